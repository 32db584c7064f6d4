using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Stemma.Evaluation.Cases;

namespace Stemma.Evaluation.Real;

/// <summary>Puts the words of the reports where a gold file has but their offsets.</summary>
/// <remarks>
/// <c>@120-245</c> means the text from unit 120 up to 245 (UTF-16 code units of the corpus's text, end exclusive) of the report that the item's
/// own <c>file</c> names, <c>@r2:120-245</c> that of report r2. In a field that the scorer reads as a pattern the words stand for themselves, with
/// any space for a space, and may be part of a longer pattern: <c>@r2:7-12.*(deny|denied)</c>.
/// </remarks>
internal sealed partial class OffsetGold(ImmutableDictionary<string, string> texts)
{
    private static readonly ImmutableHashSet<string> Patterns = ImmutableHashSet.Create(
        StringComparer.Ordinal, "sources", "speaker", "claim", "about", "pattern", "confirmedBy", "outlet", "agencies", "authors", "dateline", "unit", "brief");

    /// <exception cref="InvalidDataException">A report that is not there, or an offset outside its text.</exception>
    public JsonNode? Resolve(JsonNode? node) => Resolve(node, file: null, isPattern: false);

    private JsonNode? Resolve(JsonNode? node, string? file, bool isPattern)
    {
        switch (node)
        {
            case JsonObject item:
                string? own = item["file"]?.GetValue<string>() ?? file;
                return new JsonObject(item.Select(p => KeyValuePair.Create(p.Key, Resolve(p.Value, own, isPattern || Patterns.Contains(p.Key)))));
            case JsonArray list:
                return new JsonArray([.. list.Select(i => Resolve(i, file, isPattern))]);
            case JsonValue value when value.TryGetValue(out string? text):
                return isPattern ? Place().Replace(text, m => Escaped(At(m, file))) : Place().Match(text) is { Success: true } m && m.Length == text.Length ? At(m, file) : text;
            default:
                return node?.DeepClone();
        }
    }

    private string At(Match place, string? file)
    {
        string report = place.Groups["report"] is { Success: true } named ? named.Value : file ?? throw new InvalidDataException($"{place.Value} names no report.");
        if (!texts.TryGetValue(report, out string? text))
            throw new InvalidDataException($"{place.Value}: there is no report {report}.");
        (int start, int end) = (Number(place.Groups["start"]), Number(place.Groups["end"]));
        return start < end && end <= text.Length ? text[start..end] : throw new InvalidDataException($"{place.Value} lies outside the {text.Length} units of {report}.");
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>As the scorer folds quotes in what it looks at, but not in the pattern, these are folded here.</summary>
    private static string Escaped(string words) =>
        string.Join(@"\s+", Wording.PlainQuotes(words).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape));

    [GeneratedRegex(@"@(?:(?<report>[A-Za-z][A-Za-z0-9]*):)?(?<start>[0-9]{1,7})-(?<end>[0-9]{1,7})", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
