using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Stemma.Reports;

namespace Stemma.Intake.NewsFormats;

/// <summary>From a wire item's note to editors and its signals to the notes of a report.</summary>
/// <remarks>A note that tells of no change ("With photos", "Eds: lead story") is for the desk and no news: it is left out.</remarks>
internal static partial class EditorialNotes
{
    /// <param name="note">NewsML-G2's and ninjs's <c>edNote</c>.</param>
    /// <param name="signals">With or without alias: "sig:correction", "update".</param>
    public static ImmutableArray<EditorNote> Of(string? note, ImmutableArray<string> signals, bool cancelled)
    {
        string text = Feeds.FeedText.Line(note) ?? "";
        EditorNoteKind? kind = cancelled || Kills().IsMatch(text) ? EditorNoteKind.Retraction
            : Clarifies().IsMatch(text) ? EditorNoteKind.Clarification
            : Corrects().IsMatch(text) || signals.Any(s => Corrects().IsMatch(s)) ? EditorNoteKind.Correction
            : Updates().IsMatch(text) || signals.Any(s => Updates().IsMatch(s)) ? EditorNoteKind.Update
            : null;
        if (kind is not { } known)
            return [];
        return text.Length > 0 ? [new EditorNote(known, text)] : cancelled ? [new EditorNote(known, "Cancelled by its publisher.")] : [new EditorNote(known, "Marked by its publisher: " + known.ToString().ToLowerInvariant() + ".")];
    }

    [GeneratedRegex(@"\bmandatory kill\b|\bkill is mandatory\b|\bkill this\b|\b(?:is|are|has been|have been|was) (?:withdrawn|retracted|cancell?ed|killed)\b|^retraction\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Kills();

    [GeneratedRegex(@"\bclarif", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Clarifies();

    [GeneratedRegex(@"\bcorrect|\berratum\b|\bamend|\bfix(?:es|ed)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Corrects();

    [GeneratedRegex(@"\bupdat|\badds?\b|\badding\b|\brecasts?\b|\breleads?\b|\bwrites? ?through|\brefil|\breplac|\bnew throughout\b|\brevis|\brewrit", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Updates();
}
