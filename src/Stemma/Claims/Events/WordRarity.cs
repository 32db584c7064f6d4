using System.Collections.Frozen;
using Stemma.Annotations;
using Stemma.Language;

namespace Stemma.Claims;

/// <summary>How much a word tells within a set of reports, and how alike two of the reports are.</summary>
/// <remarks>Inverse document frequency, and the cosine of reports by it (Salton and Buckley 1988).</remarks>
internal sealed class WordRarity
{
    private readonly FrozenDictionary<string, int> reportsWith;
    private readonly double[,] likeness;
    private readonly double count;

    public WordRarity(IReadOnlyList<Annotation> annotations)
    {
        count = annotations.Count;
        Dictionary<string, int>[] words = [.. annotations.Select(a => a.Language.Tokens.Where(Tells).CountBy(Key).ToDictionary(StringComparer.Ordinal))];
        reportsWith = words.SelectMany(w => w.Keys).CountBy(w => w, StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal);
        WordBag[] reports = [.. words.Select(w => new WordBag(w.Select(p => (p.Key, (1 + Math.Log(p.Value)) * Of(p.Key)))))];
        likeness = new double[reports.Length, reports.Length];
        for (int a = 0; a < reports.Length; a++)
        {
            likeness[a, a] = 1;
            for (int b = 0; b < a; b++)
                likeness[a, b] = likeness[b, a] = reports[a].Cosine(reports[b]);
        }
    }

    /// <summary>Whether the word says something by itself.</summary>
    public static bool Tells(Token token) => token.Upos is Upos.Noun or Upos.Verb or Upos.Propn or Upos.Adj or Upos.Num;

    /// <summary>The word without its ending, in lower case, so that "arrested" and "arrests" meet.</summary>
    public static string Key(Token token) => Concepts.Stem(token.Lemma.ToLowerInvariant());

    /// <returns>Above 0; the more, the fewer reports have it.</returns>
    public double Of(string key) => Math.Log((1.5 + count) / (0.5 + reportsWith.GetValueOrDefault(key)));

    /// <summary>How much of their telling words two reports of the set share, 0 to 1.</summary>
    public double Likeness(int a, int b) => likeness[a, b];
}
