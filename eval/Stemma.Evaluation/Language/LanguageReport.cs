using System.Globalization;

namespace Stemma.Evaluation.Language;

/// <summary>Prints the figures of a file: on gold tokens in the form of <c>gold/conllu_score.py</c>, then what that does not measure.</summary>
public sealed class LanguageReport(TextWriter output)
{
    private static readonly (string Name, Measure Measure)[] OnGold =
        [("UPOS", Measure.Upos), ("XPOS", Measure.Xpos), ("lemma", Measure.Lemma), ("UAS", Measure.Uas), ("LAS", Measure.Las)];

    private static readonly (string Name, Measure Measure)[] FromRaw =
    [
        ("tokens", Measure.RawTokens), ("sentences", Measure.RawSentences), ("UPOS", Measure.RawUpos), ("XPOS", Measure.RawXpos),
        ("lemma", Measure.RawLemma), ("UAS", Measure.RawUas), ("LAS", Measure.RawLas),
    ];

    /// <summary>What the rows of genres show, so that they fit a screen.</summary>
    private static readonly (string Name, Measure Measure)[] FromRawByGenre =
        [("tokens", Measure.RawTokens), ("sentences", Measure.RawSentences), ("UPOS", Measure.RawUpos), ("UAS", Measure.RawUas), ("LAS", Measure.RawLas)];

    public void Write(LanguageScore score)
    {
        ArgumentNullException.ThrowIfNull(score);
        Sample all = new(score.Sentences);
        Dictionary<string, Sample> genres = score.Sentences.GroupBy(s => s.Genre).OrderBy(g => g.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => new Sample([.. g]));
        Line($"== {score.Path}");
        if (!score.Withheld.IsEmpty)
            Line($"left out, since their words are withheld: {string.Join(", ", score.Withheld)}");
        WriteScorerLines(score, all);

        Line($"95 % intervals from {all.Drawn}:");
        if (score.HasTrees)
            Line(string.Join("  ", OnGold.Select(m => $"{m.Name} {all.IntervalText(t => t[m.Measure].F1)}")));
        if (score.HasNames)
            Line($"entities P {all.IntervalText(t => t[Measure.Entities].Precision)}  R {all.IntervalText(t => t[Measure.Entities].Recall)}  F1 {all.IntervalText(t => t[Measure.Entities].F1)}");
        (string, Measure)[] columns = [.. score.HasTrees ? OnGold : [], .. score.HasNames ? [("entities", Measure.Entities)] : Array.Empty<(string, Measure)>()];
        Table("gold tokens", genres, columns);
        if (!score.KnowsSpaces)
        {
            Line("from raw text: not measured, since the file does not say where spaces stand");
            return;
        }

        (string Name, Measure Measure)[] raw = score.HasTrees ? FromRaw : FromRaw[..2];
        Line("from raw text, F1 over spans without white space (tokens: syntactic words) and over aligned words:");
        Line(string.Join("  ", raw.Select(m => Invariant($"{m.Name} {all.Total[m.Measure].F1:F2}"))));
        Line(string.Join("  ", raw.Select(m => $"{m.Name} {all.IntervalText(t => t[m.Measure].F1)}")) + " (95 %)");
        Table("raw text", genres, score.HasTrees ? FromRawByGenre : raw);
    }

    private void WriteScorerLines(LanguageScore score, Sample all)
    {
        Line(Invariant($"{all.Sentences} sentences, {all.Words} tokens"));
        if (score.HasTrees)
            Line(string.Join("  ", OnGold.Select(m => Invariant($"{m.Name} {all.Total[m.Measure].F1:F2}"))) + " (without subtypes)");
        Score names = all.Total[Measure.Entities];
        if (names.Gold > 0)
            Line(Invariant($"entities P {names.Precision:F1}  R {names.Recall:F1}  F1 {names.F1:F1}"));
    }

    /// <summary>A row for each genre, where there is more than one.</summary>
    private void Table(string title, Dictionary<string, Sample> genres, (string Name, Measure Measure)[] columns)
    {
        if (genres.Count < 2 || columns.Length == 0)
            return;
        Line($"{title,-14}{"drawn",14}  {string.Concat(columns.Select(c => $"{c.Name,-19}"))}".TrimEnd());
        foreach ((string genre, Sample sample) in genres)
        {
            string drawn = sample.ByDocument ? Invariant($"{sample.Documents} documents") : Invariant($"{sample.Sentences} sentences");
            IEnumerable<string> cells = columns.Select(c => $"{Invariant($"{sample.Total[c.Measure].F1:F1}"),5} {sample.IntervalText(t => t[c.Measure].F1),-13}");
            Line($"{(genre.Length == 0 ? "(none)" : genre),-14}{drawn,14}  {string.Concat(cells)}".TrimEnd());
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private void Line(string text) => output.Write(text + "\n");
}
