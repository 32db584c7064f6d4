using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Store.Tests;

/// <summary>Invented reports: a bridge in Hallin, told by three outlets, and other things that happened.</summary>
internal static class Some
{
    /// <summary>Loads its models once for all tests.</summary>
    public static ReportReading Reading { get; } = new();

    public static readonly DateTimeOffset Noon = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    public static RawReport Bridge { get; } = Raw("bridge", "Skerry Wire", "Bridge collapses near Hallin, driver rescued", "2026-05-03T22:10:00Z",
        "The Osterbro bridge over the river Lemm gave way under a timber lorry on Sunday night, the Hallin county engineer said. The driver, Per Aksdal, was pulled from the cab by two fishermen. "
        + "Engineer Gudrun Veel said that the bridge had been inspected in May and that a weld in the third span had cracked.");

    public static RawReport BridgeAgain { get; } = Raw("again", "Hallin Courier", "Osterbro bridge gives way, driver pulled from cab", "2026-05-04T06:00:00Z",
        "The Osterbro bridge near Hallin gave way under a timber lorry on Sunday night. Two fishermen pulled the driver, Per Aksdal, from the cab. Engineer Gudrun Veel said that a weld in the third "
        + "span of the bridge over the Lemm had cracked.");

    public static RawReport Festival { get; } = Raw("festival", "Coast Weekly", "Herring festival breaks record", "2026-05-02T20:00:00Z",
        "The herring festival in Tangen drew record crowds on Saturday. Children queued for smoked fish and a brass band played until midnight. Élan Brass said that it would come again.");

    public static RawReport Raw(string input, string? outlet, string headline, string? published, string text, string? url = null, string? id = null) => new()
    {
        Input = input,
        Outlet = outlet,
        Headline = headline,
        Published = ReportTime.TryParse(published, out ReportTime time) ? time : null,
        Text = text,
        Url = url,
        Id = id,
    };

    public static NewReport New(RawReport raw, DateTimeOffset? arrived = null) =>
        Reading.Read(raw, Reading.Clean(raw), System.Text.Encoding.UTF8.GetBytes("as it came: " + raw.Text), arrived ?? Noon);

    public static string Id(RawReport raw) => Reading.Clean(raw).Id;

    public static CorrectionAnchor Place(RawReport raw, string quote)
    {
        Report report = Reading.Clean(raw);
        int start = report.Body.IndexOf(quote, StringComparison.Ordinal);
        Assert.True(start >= 0, quote);
        return new CorrectionAnchor { Report = report.Id, Start = start, End = start + quote.Length, Quote = quote };
    }

    public static Correction Correct(string id, CorrectionKind kind, CorrectionTarget target, params CorrectionAnchor[] what) =>
        new() { Id = id, Kind = kind, Target = target, What = [.. what], Who = "ana", When = Noon };
}
