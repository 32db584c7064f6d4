using System.Collections.Immutable;
using Stemma.Attributions;
using Stemma.Language;
using Stemma.Quantities;
using Stemma.Quantities.Numerals;
using Stemma.Times;

namespace Stemma.Annotations;

/// <summary>Reads one report's body: language, times, quantities, attributions, in this order.</summary>
/// <remarks>A pure function of the text. Safe to call from many threads at once; make one and keep it, its lexicons take a moment to load.</remarks>
public sealed class Annotator
{
    private readonly LanguageEngine language;
    private readonly TimeExtractor times = new();
    private readonly QuantityExtractor quantities = new();
    private readonly AttributionExtractor attributions = new();

    public Annotator() => language = new LanguageEngine(new LanguageOptions { States = attributions.HasModel });

    /// <summary>The stages whose versions an annotation depends on.</summary>
    public ImmutableArray<StageId> Stages => [language.Id, times.Id, quantities.Id, attributions.Id];

    public Annotation Annotate(string text)
    {
        LinguisticText read = language.Analyse(text);
        WordList list = WordList.Of(read);
        ImmutableArray<TimeExpression> when = TimeExtractor.Extract(list);
        ImmutableArray<QuantityMention> amounts = QuantityExtractor.Extract(list, when);
        AttributionLayer words = attributions.Extract(read);
        return new Annotation
        {
            Language = read with { Encoded = null },
            Times = when,
            Quantities = amounts,
            Events = words.Events,
            Quotes = words.Quotes,
            Attributions = words.Attributions,
        };
    }
}
