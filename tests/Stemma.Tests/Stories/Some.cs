using Stemma.Reports;

namespace Stemma.Tests.Stories;

/// <summary>Invented reports: a bridge that fails in Hallin, a strike in the same town, and a festival.</summary>
internal static class Some
{
    public static Report Report(string id, string body, string? headline = null, string? published = null, string? outlet = null) => new()
    {
        Id = id,
        Input = id,
        Url = null,
        Outlet = outlet,
        Agencies = [],
        Authors = [],
        Dateline = null,
        Published = ReportTime.TryParse(published, out ReportTime time) ? time : null,
        PublishedBasis = published is null ? null : PublishedBasis.Metadata,
        Updated = null,
        Notes = [],
        Headline = headline,
        Body = body,
        Links = [],
        Language = "en",
    };

    public static readonly Report Wire = Report(
        "wire",
        "The Osterbro bridge over the river Lemm gave way under a timber lorry on Tuesday night, the Hallin county engineer said. The driver, Per Aksdal, was pulled from the cab by "
        + "two fishermen. Engineer Gudrun Veel said the bridge had been inspected in May and that a weld in the third span had cracked.",
        "Bridge collapses near Hallin, driver rescued", "2025-10-07T22:10:00Z", "Skerry Wire");

    public static readonly Report Release = Report(
        "release",
        "The County Engineer of Hallin informs the public that the Osterbro bridge is closed to all traffic until further notice. Following the failure of the third span, drivers are asked "
        + "to use the ferry at Tangen. \"We are looking at the weld,\" said county engineer Gudrun Veel.",
        "Closure of the Osterbro bridge", "2025-10-08T06:00:00Z", "County Engineer of Hallin");

    public static readonly Report Column = Report(
        "column",
        "Forty years ago my uncle helped to paint Osterbro. He used to say that rust does not sleep. Now a lorry lies in the Lemm, and Gudrun Veel talks of a weld. Nobody paints a thing that "
        + "the budget has forgotten.",
        "Rust does not sleep", "2025-10-09T05:30:00Z", "Hallin Courier");

    public static readonly Report Strike = Report(
        "strike",
        "Bus drivers in Hallin will walk out on Thursday over night shifts, their union said. Talks with the county broke down after nine hours. Commuters were told to share cars or to work at home. "
        + "Union secretary Marte Joll said her members had not seen a free weekend since Easter and would stay out until the roster was rewritten. Parents worry about the school run; the head "
        + "teacher at Solberg Primary has asked grandparents to help. Taxis are booked out. The county said it regretted the walkout and had offered a bonus of 900 crowns a month.",
        "Bus staff to walk out over night shifts", "2025-10-08T09:00:00Z", "Hallin Courier");

    public static readonly Report Festival = Report(
        "festival",
        "The herring festival drew record crowds on Saturday. Children queued for smoked fish and a brass band from Tangen played until midnight. The organisers sold eleven tonnes of herring.",
        "Herring festival breaks record", "2025-10-05T20:00:00Z", "Coast Weekly");
}
