using System.Collections.Immutable;
using Stemma.Language;
using Stemma.Text;
using Stemma.Weighing;

namespace Stemma.Claims;

/// <summary>One word of a statement, as far as an editor's change of it matters.</summary>
/// <param name="Form">In lower case.</param>
/// <param name="Name">The name it is part of, by the story's key for it; null where it is none.</param>
/// <param name="Value">The number it is part of, or null.</param>
internal readonly record struct WordingWord(string Form, string Lemma, Upos Upos, string Xpos, string? Name, double? Value);

/// <summary>A statement's words in order, without marks.</summary>
internal sealed class Wording
{
    private Wording(ImmutableArray<WordingWord> words) => Words = words;

    public ImmutableArray<WordingWord> Words { get; }

    public static Wording Of(Draft draft, DatedReport source, StoryNames names)
    {
        LinguisticText text = source.Annotation.Language;
        ImmutableArray<WordingWord>.Builder words = ImmutableArray.CreateBuilder<WordingWord>();
        foreach (TextSpan span in draft.More.Prepend(draft.Span))
        {
            (int first, int end) = TokenIndex.Tokens(text, span);
            Dictionary<int, string> named = Named(text, span, names);
            Dictionary<int, double> numbers = Numbers(source, text, span);
            for (int i = first; i < end; i++)
            {
                Token token = text.Tokens[i];
                if (token.Upos is not (Upos.Punct or Upos.Sym) && !draft.Hidden.Any(h => h.Contains(token.Span)))
                    words.Add(new(token.Span.In(text.Text).ToString().Replace('’', '\'').ToLowerInvariant(), token.Lemma.ToLowerInvariant(), token.Upos, token.Xpos, named.GetValueOrDefault(i), numbers.TryGetValue(i, out double value) ? value : null));
            }
        }

        return new(words.ToImmutable());
    }

    private static Dictionary<int, string> Named(LinguisticText text, TextSpan span, StoryNames names)
    {
        Dictionary<int, string> named = [];
        foreach (int i in TokenIndex.Inside(text.Entities.Length, i => text.Entities[i].Span, span))
        {
            EntityMention entity = text.Entities[i];
            string key = entity.Kind is EntityKind.Place ? names.Place(entity.Name) : entity.Kind is EntityKind.Person ? names.Person(entity.Name) : StoryNames.Fold(entity.Name);
            (int first, int end) = TokenIndex.Tokens(text, entity.Span);
            for (int token = first; token < end; token++)
                named[token] = key;
        }

        return named;
    }

    private static Dictionary<int, double> Numbers(DatedReport source, LinguisticText text, TextSpan span)
    {
        Dictionary<int, double> numbers = [];
        foreach (int i in TokenIndex.Inside(source.Annotation.Quantities.Length, i => source.Annotation.Quantities[i].NumberSpan, span))
        {
            if (source.Annotation.Quantities[i] is not { Low: { } low } quantity || quantity.High != low)
                continue;
            (int first, int end) = TokenIndex.Tokens(text, quantity.NumberSpan);
            for (int token = first; token < end; token++)
                numbers[token] = low;
        }

        return numbers;
    }
}
