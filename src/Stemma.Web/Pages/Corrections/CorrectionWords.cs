using Stemma.Web.Pages.Shell;
using Stemma.Weighing;

namespace Stemma.Web.Pages.Corrections;

/// <summary>What a correction did, in words.</summary>
internal static class CorrectionWords
{
    /// <summary>"merged the origins", "gave the words", ...; what follows is what it points at.</summary>
    public static string Did(Correction entry) => (entry.Kind, entry.Target) switch
    {
        (CorrectionKind.Undo, _) => "took back",
        (CorrectionKind.Accept, _) => $"found the {Thing(entry)} right:",
        (CorrectionKind.Reject, CorrectionTarget.Origin) => "struck the origin out:",
        (CorrectionKind.Reject, CorrectionTarget.Entity) => "struck the name out:",
        (CorrectionKind.Reject, _) => $"rejected the {Thing(entry)}:",
        (CorrectionKind.Merge, CorrectionTarget.Entity) => "took for one name:",
        (CorrectionKind.Merge, CorrectionTarget.Story) => "made one story of those of",
        (CorrectionKind.Merge, _) => $"took for one {Thing(entry)}:",
        (CorrectionKind.Split, CorrectionTarget.Story) => "made a story of its own of",
        (CorrectionKind.Split, CorrectionTarget.Claim) => "made a claim of its own of",
        (CorrectionKind.Split, CorrectionTarget.Origin) => "gave to another origin the words",
        (CorrectionKind.Split, _) => "said that another is meant by",
        (CorrectionKind.Rename, CorrectionTarget.Claim) => "reworded the claim",
        (CorrectionKind.Rename, CorrectionTarget.Entity) => "renamed",
        (CorrectionKind.Rename, CorrectionTarget.Story) => "retitled the story of",
        (CorrectionKind.Rename, _) => $"renamed the {Thing(entry)}",
        (CorrectionKind.Reattribute, _) => "gave to another the words",
        (CorrectionKind.Family, _) => "said that these are one publisher’s:",
        (CorrectionKind.Grade, _) => "graded the outlet",
        _ => "corrected",
    };

    /// <summary>What stands between the thing and its new name; null where there is none.</summary>
    public static string? To(Correction entry) => entry.To is null ? null : entry.Kind switch
    {
        CorrectionKind.Rename => "to",
        CorrectionKind.Grade => "as",
        CorrectionKind.Split when entry.Target is CorrectionTarget.Story => null, // a report that stayed
        CorrectionKind.Split when entry.Target is CorrectionTarget.Entity => "namely",
        CorrectionKind.Reattribute or CorrectionKind.Split => "now the word of",
        _ => "called",
    };

    /// <summary>Where the thing has its page; null where it has none.</summary>
    public static string? Link(Correction entry, CorrectionAnchor anchor)
    {
        if (anchor is { Report: { } report, Start: { } start, End: { } end, Quote: { } quote })
            return Paths.Passage(new Text.ReportSpan(report, start, end, quote));
        if (anchor.Report is { } whole)
            return Paths.Report(whole);
        return anchor.Name is not { } name ? null : entry.Target switch
        {
            CorrectionTarget.Outlet => Paths.Outlet(name),
            CorrectionTarget.Origin => Paths.Origin(name),
            CorrectionTarget.Entity => Paths.Person(name),
            _ => null,
        };
    }

    private static string Thing(Correction entry) => entry.Target switch
    {
        CorrectionTarget.Entity => "name",
        _ => entry.Target.ToString().ToLowerInvariant(),
    };
}
