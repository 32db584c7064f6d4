using System.Collections.Frozen;

namespace Stemma.Briefs;

/// <summary>What a brief has told already, so that no point stands twice.</summary>
internal sealed class Told
{
    private readonly List<FrozenSet<string>> contents = [];
    private readonly List<FrozenSet<string>> kept = [];

    /// <param name="shared">Share of the shorter point's content words that may stand in one told before, 0 to 1.</param>
    public bool Has(string text, double shared) => Repeats(text) || Has(Words.Content(text), shared);

    /// <summary>Whether a point told or kept before says the same in nearly the same words, or has all of its words.</summary>
    public bool Repeats(string text)
    {
        FrozenSet<string> content = Words.Content(Words.WithoutBrackets(text));
        return kept.Exists(k => Words.SayTheSame(k, content));
    }

    public bool Has(FrozenSet<string> content, double shared) => contents.Any(c => Words.Overlap(c, content) > shared);

    /// <summary>How many points have been told.</summary>
    public int Count => contents.Count;

    /// <summary>Largest share of a content that one point told before has, 0 to 1.</summary>
    public double Nearest(FrozenSet<string> content) => contents.Count == 0 ? 0 : contents.Max(c => Words.Overlap(c, content));

    /// <summary>Index of the item that scores best once half of what it repeats is taken off; the first of equals.</summary>
    public int Freshest<T>(List<T> items, Func<T, double> score, Func<T, FrozenSet<string>> content)
    {
        int best = 0;
        double top = double.MinValue;
        for (int i = 0; i < items.Count; i++)
        {
            double fresh = score(items[i]) - (0.5 * Nearest(content(items[i])));
            if (fresh > top)
                (best, top) = (i, fresh);
        }

        return best;
    }

    /// <summary>The same with words of unequal weight: two sentences that share what the whole story is about are nearer than their other words tell.</summary>
    /// <param name="since">How many of the points told first were compared before, and are left out.</param>
    public double Nearest(FrozenSet<string> content, Func<string, double> weight, int since = 0)
    {
        double all = content.Sum(weight), nearest = 0;
        for (int i = since; i < contents.Count; i++)
        {
            double shared = 0;
            foreach (string word in content)
                shared += contents[i].Contains(word) ? weight(word) : 0;
            nearest = Math.Max(nearest, shared / Math.Max(all, 1e-9));
        }

        return nearest;
    }

    /// <summary>Keeps these very words for another section; the same thing in other words may still be told.</summary>
    public void Keep(string text) => kept.Add(Words.Content(Words.WithoutBrackets(text)));

    public void Add(string text)
    {
        Keep(text);
        contents.Add(Words.Content(text));
    }
}
