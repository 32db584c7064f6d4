using System.Globalization;
using Stemma.Annotations;
using Stemma.Attributions;
using Stemma.Language;
using Stemma.Quantities;
using Stemma.Reports;
using Stemma.Text;
using Stemma.Times;
using Stemma.Weighing;

namespace Stemma.Tests.Claims;

/// <summary>A report with the layers that a test needs, laid by hand over the real language layer, so that a fault elsewhere does not fail it.</summary>
internal sealed class SomeReport(string id, string? outlet, string published, string body)
{
    private static readonly LanguageEngine Engine = new();

    private readonly List<Attribution> attributions = [];
    private readonly List<QuantityMention> quantities = [];
    private readonly List<QuotedPassage> quotes = [];
    private readonly List<EventMention> events = [];
    private readonly List<(TimeExpression Expression, ResolvedTime Time)> times = [];
    private readonly List<EditorNote> notes = [];
    private string? headline;
    private string? cancelled;
    private string? url;

    public SomeReport Headed(string words)
    {
        headline = words;
        return this;
    }

    public SomeReport At(string address)
    {
        url = address;
        return this;
    }

    public SomeReport Cancelled(string time)
    {
        cancelled = time;
        return this;
    }

    public SomeReport Noting(EditorNoteKind kind, string words)
    {
        notes.Add(new EditorNote(kind, words));
        return this;
    }

    /// <param name="source">Words of the body; null where the source is carried over.</param>
    public SomeReport Said(
        string? source,
        string content,
        string? speaker = null,
        string? cue = null,
        SourceKind kind = SourceKind.Organisation,
        bool anonymous = false,
        string? office = null,
        int? parent = null,
        Stance stance = Stance.Asserts,
        Certainty certainty = Certainty.Certain,
        Polarity polarity = Polarity.Positive)
    {
        attributions.Add(new Attribution
        {
            Source = source is null ? [] : [Find(source)],
            Cue = cue is null ? [] : [Find(cue)],
            Content = [Find(content)],
            Speaker = speaker ?? source,
            Kind = kind,
            Anonymous = anonymous,
            Body = office,
            Parent = parent,
            Stance = stance,
            Certainty = certainty,
            Polarity = polarity,
            Hedges = [],
        });
        return this;
    }

    public SomeReport Counting(string words, double number, string unit, Comparator comparator = Comparator.Exactly)
    {
        TextSpan span = Find(words);
        quantities.Add(new QuantityMention(span, new TextSpan(span.Start, span.Start + words.IndexOf(' ', StringComparison.Ordinal)), number, number, unit, comparator, null));
        return this;
    }

    public SomeReport On(string words, string day, TimeBound? bound = null)
    {
        TextSpan span = Find(words);
        DateOnly date = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        times.Add((new TimeExpression(span, TimeType.Date, bound) { Form = new TimeForm.Calendar(date.Year, date.Month, date.Day) },
            new ResolvedTime(span, TimeType.Date, day, bound is TimeBound.NotAfter ? null : date, bound is TimeBound.NotBefore ? null : date, bound, null)));
        return this;
    }

    public SomeReport Quoting(string words, string speaker)
    {
        quotes.Add(new QuotedPassage(Find(words), null, speaker));
        return this;
    }

    public SomeReport Stating(string verb, Certainty certainty = Certainty.Certain, Polarity polarity = Polarity.Positive, EventTense tense = EventTense.Past)
    {
        events.Add(new EventMention(Find(verb), verb, certainty, polarity, tense));
        return this;
    }

    public DatedReport Build()
    {
        Assert.True(ReportTime.TryParse(published, out ReportTime time));
        Report report = new()
        {
            Id = id,
            Input = id + ".txt",
            Url = url,
            Outlet = outlet,
            Agencies = [],
            Authors = [],
            Dateline = null,
            Published = time,
            PublishedBasis = PublishedBasis.Metadata,
            Updated = ReportTime.TryParse(cancelled, out ReportTime ended) ? ended : null,
            Status = cancelled is null ? ReportStatus.Standing : ReportStatus.Withdrawn,
            Notes = [.. notes],
            Headline = headline,
            Body = body,
            Links = [],
            Language = "en",
        };
        times.Sort((a, b) => a.Expression.Span.CompareTo(b.Expression.Span));
        Annotation annotation = new()
        {
            Language = Engine.Analyse(body),
            Times = [.. times.Select(t => t.Expression)],
            Quantities = [.. quantities.OrderBy(q => q.Span)],
            Events = [.. events.OrderBy(e => e.Span)],
            Quotes = [.. quotes.OrderBy(q => q.Span)],
            Attributions = [.. attributions],
        };
        return new DatedReport(report, annotation, [.. times.Select(t => t.Time)]);
    }

    private TextSpan Find(string words)
    {
        int at = body.IndexOf(words, StringComparison.Ordinal);
        Assert.True(at >= 0, $"\"{words}\" does not stand in \"{body}\"");
        return new TextSpan(at, at + words.Length);
    }
}
