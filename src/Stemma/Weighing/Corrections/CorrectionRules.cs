using System.Collections.Immutable;

namespace Stemma.Weighing;

/// <summary>Which corrections make sense: what each kind can be done to, and what it has to name.</summary>
public static class CorrectionRules
{
    /// <summary>Why an entry cannot be honoured, in one line; null where it can.</summary>
    public static string? Fault(Correction correction)
    {
        ArgumentNullException.ThrowIfNull(correction);
        string what = $"{correction.Kind.ToString().ToLowerInvariant()} of {Article(correction.Target)}";
        if (string.IsNullOrWhiteSpace(correction.Id) || string.IsNullOrWhiteSpace(correction.Who))
            return "a correction needs an id and a name under who";
        if (correction.Kind is CorrectionKind.Undo)
            return string.IsNullOrWhiteSpace(correction.Undoes) ? "an undo needs the id of what it undoes" : null;
        if (!Allows(correction.Kind, correction.Target))
            return $"there is no {what}";
        ImmutableArray<CorrectionAnchor> anchors = correction.What;
        int least = correction.Kind is CorrectionKind.Merge or CorrectionKind.Family ? 2 : 1;
        if (anchors.IsDefault || anchors.Length < least)
            return $"a {what} needs at least {least} under what";
        if (anchors.Any(a => !Fits(a, correction)))
            return $"a {what} needs {Needs(correction)} under what";
        bool named = correction.Kind is CorrectionKind.Rename or CorrectionKind.Reattribute or CorrectionKind.Grade
            || correction is { Kind: CorrectionKind.Split, Target: CorrectionTarget.Origin or CorrectionTarget.Entity };
        if (named && string.IsNullOrWhiteSpace(correction.To))
            return $"a {what} needs a name under to";
        if (correction.Kind is CorrectionKind.Grade && correction.To is not [>= 'A' and <= 'F'])
            return $"a {what} needs a letter from A to F under to, not '{correction.To}'";
        return null;
    }

    private static bool Allows(CorrectionKind kind, CorrectionTarget target) => kind switch
    {
        CorrectionKind.Accept or CorrectionKind.Reject or CorrectionKind.Merge or CorrectionKind.Split =>
            target is CorrectionTarget.Story or CorrectionTarget.Claim or CorrectionTarget.Origin or CorrectionTarget.Entity,
        CorrectionKind.Rename => target is CorrectionTarget.Story or CorrectionTarget.Claim or CorrectionTarget.Origin or CorrectionTarget.Entity or CorrectionTarget.Outlet,
        CorrectionKind.Reattribute => target is CorrectionTarget.Assertion,
        CorrectionKind.Family or CorrectionKind.Grade => target is CorrectionTarget.Outlet,
        _ => false,
    };

    private static bool Fits(CorrectionAnchor anchor, Correction correction) => correction.Target switch
    {
        CorrectionTarget.Story => anchor.Report is not null,
        CorrectionTarget.Claim or CorrectionTarget.Assertion => IsPlace(anchor),
        CorrectionTarget.Origin => correction.Kind is CorrectionKind.Split ? IsPlace(anchor) : IsPlace(anchor) || anchor.Name is not null,
        CorrectionTarget.Entity => correction.Kind is CorrectionKind.Split ? IsPlace(anchor) : anchor.Name is not null,
        _ => anchor.Name is not null,
    };

    private static bool IsPlace(CorrectionAnchor anchor) =>
        anchor is { Report: not null, Start: not null, End: not null, Quote.Length: > 0 } && anchor.Start >= 0 && anchor.End > anchor.Start;

    private static string Needs(Correction correction) => correction.Target switch
    {
        CorrectionTarget.Story => "reports",
        CorrectionTarget.Claim or CorrectionTarget.Assertion => "report, start, end and quote",
        _ when correction.Kind is CorrectionKind.Split => "report, start, end and quote",
        CorrectionTarget.Origin => "names, or report, start, end and quote",
        _ => "names",
    };

    private static string Article(CorrectionTarget target)
    {
        string word = target.ToString().ToLowerInvariant();
        return word[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an " + word : "a " + word;
    }
}
