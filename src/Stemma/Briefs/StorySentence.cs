using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Claims;
using Stemma.Language;
using Stemma.Text;
using Stemma.Weighing;

namespace Stemma.Briefs;

/// <summary>One sentence of one report of the story, with what is stated in it.</summary>
internal sealed class StorySentence(DatedReport report, int reportIndex, int index, ImmutableArray<Assertion> assertions, ReportPronouns? pronouns = null)
{
    private FrozenSet<string>? content;
    private ImmutableArray<string>? words;

    public DatedReport Report { get; } = report;

    /// <summary>Of its report, shared by all its sentences.</summary>
    public ReportPronouns Pronouns { get; } = pronouns ?? new ReportPronouns(report.Annotation.Language);

    /// <summary>Place of its report in the story, from 0, oldest first.</summary>
    public int ReportIndex { get; } = reportIndex;

    /// <summary>Place in its report, from 0.</summary>
    public int Index { get; } = index;

    /// <summary>Those that begin in it, in text order.</summary>
    public ImmutableArray<Assertion> Assertions { get; } = assertions;

    public Sentence Sentence => Report.Annotation.Language.Sentences[Index];

    public TextSpan Span => Sentence.Span;

    public ReadOnlySpan<char> Text => Span.In(Report.Report.Body);

    public ImmutableArray<string> Words => words ??= Briefs.Words.Of(Text);

    public FrozenSet<string> Content => content ??= Briefs.Words.Content(Text);

    /// <summary>1 for the first sentence of a report, falling with the distance from it.</summary>
    public double Prominence => 1.0 / (1.0 + (0.35 * Index));

    public ReportSpan At => ReportSpan.Of(Report.Report.Id, Report.Report.Body, Span);
}
