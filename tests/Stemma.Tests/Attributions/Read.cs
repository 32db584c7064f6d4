using System.Collections.Immutable;
using Stemma.Attributions;
using Stemma.Language;
using Stemma.Text;

namespace Stemma.Tests.Attributions;

/// <summary>Reads a text and prints its attributions in a form a test can be read in.</summary>
internal static class Read
{
    private static readonly LanguageEngine Language = new(new LanguageOptions { States = true });
    private static readonly AttributionExtractor Extractor = new();

    public static AttributionLayer Layer(string text) => Extractor.Extract(Language.Analyse(text));

    /// <summary>"source | cue | content" of each attribution outside any other, parts of one joined by " … ".</summary>
    public static ImmutableArray<string> Lines(string text) =>
        [.. Layer(text).Attributions.Select(a => Line(text, a))];

    public static string Line(string text, Attribution a) =>
        $"{Words(text, a.Source)} | {Words(text, a.Cue)} | {Words(text, a.Content)}";

    public static string Words(string text, ImmutableArray<TextSpan> spans) =>
        string.Join(" … ", spans.Select(s => s.In(text).ToString()));

    /// <summary>The innermost attribution whose content holds the words given.</summary>
    public static Attribution Of(string text, string content)
    {
        int at = text.IndexOf(content, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{content}' is not in the text");
        ImmutableArray<Attribution> all = Layer(text).Attributions;
        return all.Where(a => a.Content.Any(s => s.Overlaps(new TextSpan(at, at + content.Length))))
            .OrderBy(a => a.Content.Sum(s => s.Length)).ThenByDescending(a => Depth(all, a)).First();
    }

    private static int Depth(ImmutableArray<Attribution> all, Attribution a)
    {
        int depth = 0;
        for (int? at = a.Parent; at is { } parent; at = all[parent].Parent)
            depth++;
        return depth;
    }

    /// <summary>Speakers from the outermost holder to the innermost one of the words given.</summary>
    public static string Chain(string text, string content)
    {
        AttributionLayer layer = Layer(text);
        Attribution? a = Of(text, content);
        List<string> names = [];
        while (a is not null)
        {
            if (a.Speaker is { } name && (names.Count == 0 || names[^1] != name))
                names.Add(name);
            a = a.Parent is { } parent ? layer.Attributions[parent] : null;
        }

        names.Reverse();
        return string.Join(" <- ", names);
    }
}
