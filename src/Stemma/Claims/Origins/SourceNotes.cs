using System.Text.RegularExpressions;

namespace Stemma.Claims;

/// <summary>What a document says at its end of where its figures are from: "figures for soldiers are those given by the army".</summary>
/// <remarks>Convention of situation reports and statistics: the figure stands in the document's own voice, and a note names whose it is.</remarks>
internal static partial class SourceNotes
{
    private static readonly Concepts Concepts = new();

    /// <returns>Whose figure the statement gives by such a note, in the note's words; null where no note speaks of what it counts.</returns>
    public static string? Of(Draft draft, string body)
    {
        if (draft.Content.Amounts.IsEmpty)
            return null;
        foreach (Match note in Note().Matches(body))
        {
            string what = Concepts.Of(note.Groups["what"].Value.Split(' ')[^1].ToLowerInvariant());
            if (draft.Content.Amounts.All(a => a.Noun == what))
                return note.Groups["who"].Value;
        }

        return null;
    }

    [GeneratedRegex(@"\b(?:[Ff]igures?|[Nn]umbers?|[Dd]ata|[Cc]ounts?|[Tt]olls?|[Ii]nformation) (?:for|on|of|about) (?<what>[\p{Ll} ]{3,40}?) (?:come|comes|came|are|were|is) (?:those |that )?(?:from|(?:given|provided|supplied|published|compiled|released) by) (?:the )?(?<who>\p{L}[\p{L}’' -]{2,60}?)(?= and |, |[.;])", RegexOptions.CultureInvariant)]
    private static partial Regex Note();
}
