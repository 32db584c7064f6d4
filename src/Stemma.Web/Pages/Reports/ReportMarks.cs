using Stemma.Attributions;
using Stemma.Briefs;
using Stemma.Briefs.Rendering;
using Stemma.Claims;
using Stemma.Times;
using Stemma.Web.Pages.Reading;
using Stemma.Weighing;
using Sourcing = Stemma.Briefs.Rendering.Sourcing;

namespace Stemma.Web.Pages.Reports;

/// <summary>What is marked in a report, each with a line that explains it.</summary>
internal static class ReportMarks
{
    public static List<TextMark> Of(PageStory story, string report)
    {
        List<TextMark> marks = [];
        foreach (StoryQuote quote in story.Story.Quotes.Where(q => q.At.Report == report))
        {
            string whose = quote.Speaker is { } speaker ? $"a quotation of {PlainText.OneLine(speaker)}" : "words in quotation marks";
            marks.Add(new TextMark(quote.At.Span, MarkKind.Quote, quote.SameAs.IsEmpty ? whose : $"{whose}; the same words stand in {Sourcing.Count(quote.SameAs.Length, "other report")}"));
        }

        foreach (Assertion assertion in story.Story.Assertions.Where(a => a.Report == report))
        {
            for (int i = 0; i < assertion.Attribution.Length; i++)
            {
                Source source = assertion.Attribution[i];
                if (source.At is { } at && at.Report == report)
                    marks.Add(new TextMark(at.Span, MarkKind.Source, Explain(source, i == assertion.Attribution.Length - 1)));
            }

            if (assertion.Cue is { } cue && cue.Report == report)
                marks.Add(new TextMark(cue.Span, MarkKind.Cue, $"words of attribution: {Who(assertion)} {Sourcing.Said(assertion)} it"));
            foreach (Text.ReportSpan hedge in assertion.Hedges.Where(h => h.Report == report))
                marks.Add(new TextMark(hedge.Span, MarkKind.Hedge, $"a hedge: it makes the statement {Sourcing.Certainty(assertion.Certainty)}"));
        }

        marks.AddRange(story.Story.Times.Where(t => t.At.Report == report).Select(t => new TextMark(t.At.Span, MarkKind.Time, Explain(t))));
        marks.AddRange(story.Story.Quantities.Where(q => q.At.Report == report).Select(q => new TextMark(q.At.Span, MarkKind.Quantity, "a quantity: " + QuantityWords.Of(q))));
        return [.. marks.Where(m => !m.Span.IsEmpty).Distinct().OrderBy(m => m.Span.Start).ThenByDescending(m => m.Span.End).ThenBy(m => m.Kind)];
    }

    private static string Who(Assertion assertion) => assertion.Attribution is [.., var inner] ? PlainText.OneLine(inner.Name) : "the source";

    private static string Explain(Source source, bool isInner)
    {
        string kind = source.Kind switch
        {
            SourceKind.Person => "a person",
            SourceKind.Organisation => "a body",
            SourceKind.Outlet => "an outlet",
            SourceKind.Agency => "an agency",
            SourceKind.Document => "a document",
            _ => "a group",
        };
        return $"source: {PlainText.OneLine(source.Name)}, {kind}{(source.Anonymous ? ", unnamed" : "")}{(isInner ? "" : ", which passes it on")}";
    }

    private static string Explain(StoryTime time)
    {
        string days = Dates.Stretch(time.From, time.To);
        if (days.Length == 0)
            return Undated(time);
        return time.Bound switch
        {
            TimeBound.NotBefore => $"a time, and a bound: not before {Dates.Stretch(time.From, time.From)}",
            TimeBound.NotAfter => $"a time, and a bound: not after {Dates.Stretch(time.To, time.To)}",
            _ => $"a time: {days}",
        };
    }

    /// <summary>What has no day of the calendar; values are those of TIMEX3, which no reader has to know.</summary>
    private static string Undated(StoryTime time) => (time.Duration ?? time.Value) switch
    {
        "PRESENT_REF" => "a time: the present, as the report has it",
        "PAST_REF" => "a time: some day before, not told which",
        "FUTURE_REF" => "a time: some day to come, not told which",
        ['P', ..] length => "a length of time: " + QuantityWords.Length(length),
        _ => "a time of which no calendar day is known",
    };
}
