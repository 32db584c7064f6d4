namespace Stemma.Reports;

/// <summary>How far a line of a report can be trusted to name who published it; the first is trusted most.</summary>
internal enum OutletTrust
{
    /// <summary>A line at the head of it, with the date: "Island Courier | Monday 2 March 2026".</summary>
    Masthead,

    /// <summary>"© 2024 The Valley Sun Company, LLC".</summary>
    Copyright,

    /// <summary>The site speaks of itself: "readers like you keep The Valley Sun open".</summary>
    Appeal,

    /// <summary>"Press contact: Communications Department, Port Authority".</summary>
    Issuer,

    /// <summary>The same short line stands in it more than once, as site names do.</summary>
    Repeated,

    /// <summary>A wire's name below the byline: its own item, where its dateline credits it too and nothing names another house.</summary>
    Wire,
}

/// <param name="Name">As it stands in the line.</param>
internal sealed record OutletHint(OutletTrust Trust, string Name);
