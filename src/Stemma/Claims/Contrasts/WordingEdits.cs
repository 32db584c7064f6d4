using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Language;

namespace Stemma.Claims;

/// <summary>Tells whether one statement is the other with a detail changed: a number, a name, a day, a "not", done for planned.</summary>
/// <remarks>
/// Only for wordings nearly the same, where what differs is an edit and not another way to say it; the two are laid side by side by their longest common
/// run of words. That a detail was changed parts two statements; whether it is a conflict is for others to say.
/// </remarks>
internal static class WordingEdits
{
    /// <summary>Share of the shorter wording's words that stand in both, in the same order; for shorter ones one change is a large part.</summary>
    private const double NearlyTheSame = 0.6;

    private const int FewestShared = 3;

    /// <summary>A longer stretch that differs is another way to say something, or says something else.</summary>
    private const int LongestEdit = 4;

    /// <summary>Longer statements are cut: the square of their length would cost too much, and no clause is as long.</summary>
    private const int Longest = 120;

    /// <summary>"About 400" and "some 390" are one number.</summary>
    private const double Rounding = 0.1;

    private static readonly FrozenSet<string> Negations = FrozenSet.Create(StringComparer.Ordinal, "not", "n't", "never", "no", "nobody", "none", "nothing", "neither", "nor", "without", "cannot");
    private static readonly FrozenSet<string> Future = FrozenSet.Create(StringComparer.Ordinal, "will", "'ll", "shall", "wo");
    private static readonly FrozenSet<string> Done = FrozenSet.Create(StringComparer.Ordinal, "was", "were", "has", "have", "had", "did", "'ve");

    private static readonly FrozenSet<string> Days = FrozenSet.Create(StringComparer.Ordinal,
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "tomorrow", "yesterday");

    private static readonly FrozenSet<string> Months = FrozenSet.Create(StringComparer.Ordinal,
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december");

    private static readonly FrozenSet<string> Bounds = FrozenSet.Create(StringComparer.Ordinal, "early", "late", "by", "before", "after", "until", "since", "from", "through");

    /// <summary>Symmetric.</summary>
    /// <param name="polarity">Whether a "not" more or less counts: beside a denial it does not, for the denial states what it denies.</param>
    public static bool Part(Wording first, Wording second, bool polarity)
    {
        WordingWord[] a = [.. first.Words.Take(Longest)], b = [.. second.Words.Take(Longest)];
        int shorter = Math.Min(a.Length, b.Length);
        if (shorter < FewestShared || Shared(a, b) < Math.Max(FewestShared, NearlyTheSame * shorter))
            return false;
        List<(WordingWord[] A, WordingWord[] B)>? edits = Edits(a, b, Math.Max(FewestShared, NearlyTheSame * shorter));
        if (edits is null)
            return false;
        if (polarity && edits.Sum(e => Negators(e.A, e.B) - Negators(e.B, e.A)) % 2 != 0)
            return true;
        // "She read it out", "she will read it out": a verb whose past looks like its infinitive.
        if (edits.Exists(e => (AddsFuture(e.A, e.B) && IsPastOf(b, a)) || (AddsFuture(e.B, e.A) && IsPastOf(a, b))))
            return true;
        return edits.Exists(e => ChangesNumber(e.A, e.B) || ChangesDay(e.A, e.B) || ChangesName(e.A, e.B) || ChangesState(e.A, e.B) || ChangesState(e.B, e.A));
    }

    /// <summary>Words of negation in an edit. "Without power" beside "dark" is another way to say it: that "without" denies only where the other side says "with", or nothing.</summary>
    private static int Negators(WordingWord[] edit, WordingWord[] other) =>
        edit.Count(w => Negations.Contains(w.Form) && (w.Form != "without" || other.Length == 0 || other.Any(o => o.Form == "with")));

    /// <summary>Exactly one number on each side, and nothing that could be another unit.</summary>
    private static bool ChangesNumber(WordingWord[] a, WordingWord[] b)
    {
        if (a.Concat(b).Any(w => w.Upos is Upos.Noun) || Number(a) is not { } x || Number(b) is not { } y)
            return false;
        return Math.Abs(x - y) > (a.Length == 1 && b.Length == 1 ? 0 : Rounding * Math.Max(Math.Abs(x), Math.Abs(y)));
    }

    private static double? Number(WordingWord[] words)
    {
        double[] values = [.. words.Where(w => w.Value is not null).Select(w => w.Value!.Value).Distinct()];
        if (values.Length == 1)
            return values[0];
        string[] digits = [.. words.Where(w => w.Upos is Upos.Num).Select(w => w.Form)];
        return values.Length == 0 && digits.Length == 1 && double.TryParse(digits[0], System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out double value) ? value : null;
    }

    /// <summary>Two names of days, or of months. "Today" may be Tuesday; a Wednesday is within "as early as Tuesday".</summary>
    private static bool ChangesDay(WordingWord[] a, WordingWord[] b) => a.Any(IsBound) == b.Any(IsBound) && new[] { Days, Months }.Any(names =>
    {
        string[] x = [.. a.Select(w => w.Form).Where(names.Contains)], y = [.. b.Select(w => w.Form).Where(names.Contains)];
        return x.Length > 0 && y.Length > 0 && !x.Intersect(y, StringComparer.Ordinal).Any() && x.Concat(y).All(IsFixed) == x.Concat(y).Any(IsFixed);
    });

    private static bool IsBound(WordingWord word) => Bounds.Contains(word.Form);

    private static bool IsFixed(string day) => day is not ("today" or "tomorrow" or "yesterday");

    private static bool ChangesName(WordingWord[] a, WordingWord[] b)
    {
        string[] x = Names(a), y = Names(b);
        // "Stolz Tools" beside "the U.S. toolmaker": a name, and a description that a name stands in.
        if (IsDescription(a) != IsDescription(b))
            return false;
        return x.Length > 0 && y.Length > 0 && !x.Any(n => y.Any(m => MayBeOne(n, m)));
    }

    /// <summary>Whether the name in it only tells more of a noun behind it: "<b>the</b> U.S. <b>toolmaker</b>".</summary>
    private static bool IsDescription(WordingWord[] words) => Array.FindIndex(words, w => w.Upos is Upos.Propn) is > 0 and var name && words[name - 1].Upos is Upos.Det or Upos.Adj && words.Skip(name + 1).Any(w => w.Upos is Upos.Noun);

    /// <summary>Names of the edit; "Mr" and a day are none.</summary>
    private static string[] Names(WordingWord[] words) => [.. words
        .Where(w => w.Upos is Upos.Propn && !Days.Contains(w.Form) && !Months.Contains(w.Form) && w.Form.Trim('.') is not ("mr" or "mrs" or "ms" or "dr" or "sir" or "president" or "minister"))
        .Select(w => w.Name ?? w.Form).Distinct()];

    /// <summary>A word in common, or one made of the other's first letters ("UN").</summary>
    private static bool MayBeOne(string a, string b)
    {
        string[] x = a.Split(' ', '-'), y = b.Split(' ', '-');
        return x.Intersect(y, StringComparer.Ordinal).Any() || IsShort(a, y) || IsShort(b, x)
            || (a.Length >= 4 && b.StartsWith(a[..4], StringComparison.Ordinal) && Concepts.Stem(a)[..4] == Concepts.Stem(b)[..4] && !NameLikeness.AreAlike(a, b));
    }

    private static bool IsShort(string name, string[] words) =>
        words.Length > 1 && name.Replace(".", "", StringComparison.Ordinal) == string.Concat(words.Where(w => w.Length > 0).Select(w => w[0]));

    /// <summary>What will be on one side was done on the other, in the same verb: with another, it is another way to say what came of it. A bare present may mean either.</summary>
    private static bool ChangesState(WordingWord[] planned, WordingWord[] done) =>
        planned.Any(w => Future.Contains(w.Form) && w.Upos is Upos.Aux)
        && !done.Any(w => w.Xpos == "MD")
        && done.Any(w => w.Xpos is "VBD" || (Done.Contains(w.Form) && w.Upos is Upos.Aux))
        && Verbs(planned) is var plan && Verbs(done) is var deed && (plan.Length + deed.Length == 0 || plan.Intersect(deed, StringComparer.Ordinal).Any());

    private static bool AddsFuture(WordingWord[] planned, WordingWord[] done) => done.Length == 0 && planned is [var will] && Future.Contains(will.Form) && will.Upos is Upos.Aux;

    private static bool IsPastOf(WordingWord[] done, WordingWord[] planned) => done.Any(w => w.Xpos is "VBD" && planned.Any(v => v.Form == w.Form && v.Xpos is "VB"));

    private static string[] Verbs(WordingWord[] words) => [.. words.Where(w => w.Upos is Upos.Verb).Select(w => w.Lemma)];

    private static int Shared(WordingWord[] a, WordingWord[] b)
    {
        Dictionary<string, int> counts = b.CountBy(w => w.Form, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        int shared = 0;
        foreach (WordingWord word in a)
        {
            if (counts.TryGetValue(word.Form, out int left) && left > 0)
            {
                counts[word.Form] = left - 1;
                shared++;
            }
        }

        return shared;
    }

    /// <summary>The short stretches in which two wordings differ, in order; null where they have too little in common.</summary>
    private static List<(WordingWord[] A, WordingWord[] B)>? Edits(WordingWord[] a, WordingWord[] b, double least)
    {
        int[,] common = new int[a.Length + 1, b.Length + 1];
        for (int i = a.Length - 1; i >= 0; i--)
        {
            for (int j = b.Length - 1; j >= 0; j--)
                common[i, j] = a[i].Form == b[j].Form ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        if (common[0, 0] < least)
            return null;
        List<(WordingWord[], WordingWord[])> edits = [];
        int x = 0, y = 0, fromX = 0, fromY = 0;
        while (x < a.Length && y < b.Length)
        {
            if (a[x].Form == b[y].Form)
            {
                Add(x, y);
                (fromX, fromY) = (++x, ++y);
            }
            else if (common[x + 1, y] >= common[x, y + 1])
            {
                x++;
            }
            else
            {
                y++;
            }
        }

        Add(a.Length, b.Length);
        return edits;

        void Add(int endX, int endY)
        {
            if ((endX > fromX || endY > fromY) && endX - fromX <= LongestEdit && endY - fromY <= LongestEdit)
                edits.Add((a[fromX..endX], b[fromY..endY]));
        }
    }
}
