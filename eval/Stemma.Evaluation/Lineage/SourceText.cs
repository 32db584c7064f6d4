using System.Text.Json;
using Stemma.Evaluation.Attributions;

namespace Stemma.Evaluation.Lineage;

/// <summary>A real report from which families are made.</summary>
/// <param name="Outlet">Who published it; null where the data do not say.</param>
/// <param name="Story">Gold story, if the data have one.</param>
/// <param name="Day">Days since the beginning of time; null where unknown.</param>
/// <param name="Paragraphs">Its sentences, by paragraph.</param>
internal sealed record SourceText(string Id, string? Outlet, string? Story, int? Day, IReadOnlyList<IReadOnlyList<string>> Paragraphs)
{
    /// <summary>Shorter ones have too little to copy.</summary>
    private const int LeastWords = 120;

    /// <summary>Longer ones are cut at a paragraph: that bounds the run, and agency reports are no longer.</summary>
    private const int MostWords = 900;

    private HashSet<string>? words;

    public string Text => string.Join("\n\n", Paragraphs.Select(p => string.Join(' ', p)));

    /// <summary>Its words of five letters and more, folded.</summary>
    public HashSet<string> Words => words ??= new(WordRows.Words(Text).Where(w => w.Length > 4), StringComparer.Ordinal);

    /// <summary>Reads JSON Lines: <c>text</c> and, if there, <c>id</c> or <c>doc_id</c>, <c>outlet</c> or <c>publisher</c>, <c>published</c> or <c>date</c>, <c>story_id</c>.</summary>
    public static IReadOnlyList<SourceText> Read(string path)
    {
        List<SourceText> texts = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string line in GoldLines.Read(path))
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement o = document.RootElement;
            string id = Field(o, "id") ?? Field(o, "doc_id") ?? "line" + texts.Count;
            string text = o.GetProperty("text").GetString() ?? "";
            if (!seen.Add(id))
                continue;
            int? day = DateOnly.TryParse((Field(o, "published") ?? Field(o, "date") ?? "").Split('T')[0], System.Globalization.CultureInfo.InvariantCulture, out DateOnly date) ? date.DayNumber : null;
            SourceText source = new(id, Field(o, "outlet") ?? Field(o, "publisher"), Field(o, "story_id"), day, Cut(text));
            if (source.Paragraphs.Sum(p => p.Sum(CountWords)) >= LeastWords)
                texts.Add(source);
        }

        return texts;
    }

    public static int CountWords(string text) => text.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries).Length;

    private static string? Field(JsonElement o, string name) =>
        o.TryGetProperty(name, out JsonElement value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? value.ToString() : null;

    private static List<IReadOnlyList<string>> Cut(string text)
    {
        List<IReadOnlyList<string>> paragraphs = [];
        int words = 0;
        foreach (string paragraph in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            List<string> sentences = Sentences(paragraph);
            if (sentences.Count == 0 || words > MostWords)
                continue;
            paragraphs.Add(sentences);
            words += sentences.Sum(CountWords);
        }

        return paragraphs;
    }

    /// <summary>Coarse: after ., ! or ? (with a closing mark) before a capital; not after single letters and short abbreviations.</summary>
    private static List<string> Sentences(string paragraph)
    {
        List<string> sentences = [];
        int start = 0;
        for (int i = 1; i + 2 < paragraph.Length; i++)
        {
            bool ends = paragraph[i] == ' ' && char.IsUpper(paragraph[i + 1]) | paragraph[i + 1] is '"' or '\u201c'
                && (paragraph[i - 1] is '!' or '?' || paragraph[i - 1] == '.' && LastWord(paragraph, i - 1) > 3 || i > 1 && paragraph[i - 1] is '"' or '\u201d' && paragraph[i - 2] is '.' or '!' or '?');
            if (!ends)
                continue;
            sentences.Add(paragraph[start..i]);
            start = i + 1;
        }

        sentences.Add(paragraph[start..]);
        return sentences;
    }

    private static int LastWord(string text, int end)
    {
        int start = end;
        while (start > 0 && char.IsLetterOrDigit(text[start - 1]))
            start--;
        return end - start;
    }
}
