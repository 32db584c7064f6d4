namespace Stemma.Evaluation.Lineage;

/// <summary>Makes one text from others as desks do: cuts it, edits it lightly, merges two, rewords it.</summary>
internal sealed class Copyist(Paraphraser paraphraser, Loosener loosener, Chance chance)
{
    /// <summary>The first 40 to 80 percent of the paragraphs, or every sentence but some.</summary>
    public string Cut(SourceText text)
    {
        if (chance.Is(0.6) && text.Paragraphs.Count >= 4)
            return Join(text.Paragraphs.Take(Math.Max(2, text.Paragraphs.Count * (40 + chance.Next(40)) / 100)));
        return Join(text.Paragraphs.Select(p => (IReadOnlyList<string>)[.. p.Where(_ => chance.Is(0.7))]).Where(p => p.Count > 0));
    }

    /// <summary>One word in twelve or so reworded where there is a choice, one sentence in ten dropped.</summary>
    public string Edit(IReadOnlyList<IReadOnlyList<string>> paragraphs) =>
        Join(paragraphs.Select(p => (IReadOnlyList<string>)[.. p.Where(_ => !chance.Is(0.1)).Select(s => paraphraser.Reword(s, 0.35, chance))]).Where(p => p.Count > 0));

    /// <summary>About half of each, in blocks.</summary>
    public string Merge(SourceText a, SourceText b)
    {
        List<IReadOnlyList<string>> first = [.. a.Paragraphs.Take((a.Paragraphs.Count + 1) / 2)], second = [.. b.Paragraphs.Take((b.Paragraphs.Count + 1) / 2)];
        List<IReadOnlyList<string>> merged = [];
        for (int i = 0; i < Math.Max(first.Count, second.Count); i += 2)
        {
            merged.AddRange(first.Skip(i).Take(2));
            merged.AddRange(second.Skip(i).Take(2));
        }

        return Join(merged);
    }

    /// <summary>Every sentence reworded and turned where it can be; one in five dropped.</summary>
    public string Paraphrase(SourceText text) => Join(Reworded(text.Paragraphs, 0.8));

    /// <summary>Every sentence reworded, loosened and turned; two in five dropped.</summary>
    public string Rewrite(SourceText text) =>
        Join(text.Paragraphs
            .Select(p => (IReadOnlyList<string>)[.. p.Where(_ => chance.Is(0.6)).SelectMany(s => paraphraser.Turn(paraphraser.Reword(loosener.Loosen(s, chance), 0.95, chance), chance))])
            .Where(p => p.Count > 0));

    /// <summary>A third of the sentences, the lead among them, reworded, and the later ones in another order.</summary>
    public string Summarise(SourceText text)
    {
        List<string> sentences = [.. text.Paragraphs.SelectMany(p => p)];
        List<string> kept = [.. sentences.Where((s, i) => i == 0 || s.Any(char.IsDigit) && chance.Is(0.6) || chance.Is(0.25)).Take(1 + sentences.Count * 2 / 5)];
        for (int i = kept.Count - 1; i > 2; i -= 2)
            (kept[i], kept[i - 1]) = (kept[i - 1], kept[i]);
        return Join([.. Reworded([kept], 1).SelectMany(p => p).Chunk(3)]);
    }

    private IEnumerable<IReadOnlyList<string>> Reworded(IEnumerable<IReadOnlyList<string>> paragraphs, double kept) =>
        paragraphs
            .Select(p => (IReadOnlyList<string>)[.. p.Where(_ => chance.Is(kept)).SelectMany(s => paraphraser.Turn(paraphraser.Reword(s, 0.95, chance), chance))])
            .Where(p => p.Count > 0);

    private static string Join(IEnumerable<IReadOnlyList<string>> paragraphs) => string.Join("\n\n", paragraphs.Select(p => string.Join(' ', p)));
}
