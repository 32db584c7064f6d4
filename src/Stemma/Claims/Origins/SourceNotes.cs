using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Stemma.Claims;

/// <summary>What a document says at its end of where its figures are from: "figures for soldiers are those given by the army".</summary>
/// <remarks>Convention of situation reports and statistics: the figure stands in the document's own voice, and a note names whose it is.</remarks>
internal static partial class SourceNotes
{
    /// <summary>What is counted, and on whose word, of each note of a text.</summary>
    public static ImmutableArray<(string Counted, string Whose)> Read(string body) =>
        [.. Note().Matches(body).Select(n => (Concepts.Shared.Of(n.Groups["what"].Value.Split(' ')[^1].ToLowerInvariant()), n.Groups["who"].Value))];

    /// <returns>Whose figures a statement gives, in a note's words; null where no note speaks of all that it counts.</returns>
    public static string? WhoseFigures(Draft draft, ImmutableArray<(string Counted, string Whose)> notes) =>
        draft.Content.Amounts.IsEmpty ? null : notes.FirstOrDefault(n => draft.Content.Amounts.All(a => a.Noun == n.Counted)).Whose;

    [GeneratedRegex(@"\b(?:[Ff]igures?|[Nn]umbers?|[Dd]ata|[Cc]ounts?|[Tt]olls?|[Ii]nformation) (?:for|on|of|about) (?<what>[\p{Ll} ]{3,40}?) (?:come|comes|came|are|were|is) (?:those |that )?(?:from|(?:given|provided|supplied|published|compiled|released) by) (?:the )?(?<who>\p{L}[\p{L}’' -]{2,60}?)(?= and |, |[.;])", RegexOptions.CultureInvariant)]
    private static partial Regex Note();
}
