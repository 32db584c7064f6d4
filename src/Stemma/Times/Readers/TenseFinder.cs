using System.Collections.Frozen;
using Stemma.Language;
using Stemma.Quantities.Numerals;
using Stemma.Text;

namespace Stemma.Times;

/// <summary>Finds where the verb that a time hangs on puts it: behind or ahead.</summary>
/// <remarks>
/// No parse is needed: the nearest verb to the left in the same clause, else to the right, else across a comma. That verb is the wrong one where a time
/// belongs to a noun between ("left for a meeting on Wednesday"); cues such as "ahead of" and possessives ("Friday's vote") mend the commonest.
/// </remarks>
internal static class TenseFinder
{
    /// <summary>A governing verb stands no further off, in words: bounds the work and matches news sentences.</summary>
    private const int Reach = 18;

    [Flags]
    private enum Kinds : byte
    {
        None = 0,
        Past = 1,
        Modal = 2,
        Planned = 4,
        Done = 8,
        Present = 16,
        Same = 32,
        Ahead = 64,
    }

    private static readonly FrozenDictionary<string, Kinds> Forms = Resources.Table("Times/VerbForms.en.tsv")
        .SelectMany(r => r[1].Split('|').Select(w => (Word: w, Kind: Enum.Parse<Kinds>(r[0], ignoreCase: true))))
        .GroupBy(w => w.Word, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(g => g.Key, g => g.Aggregate(Kinds.None, (all, w) => all | w.Kind), StringComparer.OrdinalIgnoreCase);

    public static TimeTense Of(WordList words, int first, int end)
    {
        bool possessive = (words.IsMark(end, '\'') || words.IsMark(end, '\u2019')) && words.Is(end + 1, "s");
        // "Monday's decision will cost them": what will be is the cost.
        if (words.Is(first - 1, "of") && words.Is(first - 2, "ahead"))
            return TimeTense.Future;
        // "the bulletin of Friday lists": a paper of a day is out.
        if (words.Is(first - 1, "of") && words.IsAny(first - 2, "advisory", "statement", "bulletin", "letter", "report", "note", "announcement", "ruling", "decision", "edition", "issue", "article", "post", "message", "attack", "raid", "broadcast", "dispatch", "order", "decree", "directive", "circular", "memo", "memorandum", "email", "e-mail", "mail", "story", "judgment", "verdict", "agreement", "accord", "resolution", "warning"))
            return TimeTense.Past;
        return Near(words, first, end, possessive) is var tense && possessive && tense == TimeTense.Future ? TimeTense.Open : tense;
    }

    private static TimeTense Near(WordList words, int first, int end, bool possessive)
    {
        (TimeTense left, bool near) = possessive ? (TimeTense.Unknown, false) : Left(words, first);
        if (left != TimeTense.Unknown && near)
            return left;
        TimeTense right = Right(words, possessive ? end + 2 : end);
        if (right != TimeTense.Unknown && (possessive || !IsSentenceEndBetween(words, end)))
            return left != TimeTense.Unknown && !OpensClause(words, first) ? left : right;
        return left != TimeTense.Unknown ? left : possessive ? Left(words, first).Tense : right;
    }

    /// <summary>A time right after a comma or at the start of a sentence belongs to what follows ("..., and on Monday the court ruled").</summary>
    private static bool OpensClause(WordList words, int first)
    {
        int at = first - 1;
        while (words.IsAny(at, "on", "in", "at", "by", "from", "since", "late", "early", "the", "until"))
            at--;
        return at < 0 || words[at + 1].BreakBefore || words[at].Kind == WordKind.Mark || words.IsAny(at, "and", "but", "that", "as");
    }

    private static bool IsSentenceEndBetween(WordList words, int i) => words.IsMark(i, '.') || words.IsMark(i, '?') || words.IsMark(i, '!');

    private static (TimeTense Tense, bool Near) Left(WordList words, int first)
    {
        bool near = true;
        for (int i = first - 1; i >= 0 && i >= first - Reach; i--)
        {
            if (words[i + 1].BreakBefore || IsBoundary(words, i))
                break;
            if (words.IsMark(i, ',') || words.IsDash(i) && !words.Joins(i))
            {
                near = false;
                continue;
            }

            if (words.Is(i, "ahead") && words.Is(i + 1, "of"))
                return (TimeTense.Future, near);
            TimeTense tense = At(words, i);
            if (tense != TimeTense.Unknown)
                return (tense, near);
        }

        return (TimeTense.Unknown, false);
    }

    private static TimeTense Right(WordList words, int end)
    {
        for (int i = end; i < words.Count && i < end + Reach; i++)
        {
            if (words[i].BreakBefore || IsBoundary(words, i))
                break;
            TimeTense tense = At(words, i);
            // "will" before "meet": the first word that tells decides, for auxiliaries stand first.
            if (tense != TimeTense.Unknown)
                return tense;
        }

        return TimeTense.Unknown;
    }

    private static bool IsBoundary(WordList words, int i)
    {
        if (words.IsMark(i, ';') || words.IsMark(i, '?') || words.IsMark(i, '!') || words.IsMark(i, ':'))
            return true;
        // A full stop ends a sentence unless an abbreviation or initial stands before it.
        return words.IsMark(i, '.') && (i + 1 >= words.Count || words[i + 1].SpaceBefore) && words.Length(i - 1) > 2 && (words.IsCapital(i + 1) || words.IsMark(i + 1, '"') || words.IsMark(i + 1, '\u201C') || i + 1 >= words.Count);
    }

    private static TimeTense At(WordList words, int i)
    {
        if (!words.IsLetters(i))
            return TimeTense.Unknown;
        ReadOnlySpan<char> word = words.At(i);
        Kinds kinds = KindsOf(word);
        string tag = words.Tag(i);
        // Most words are no verbs and say nothing: the tag alone tells.
        if (kinds == Kinds.None && tag.Length > 0 && tag[0] is not ('V' or 'M'))
            return words.Is(i, "according") ? TimeTense.Past : TimeTense.Unknown;
        // "according to reports on Monday": what is cited has been said.
        if (words.Is(i, "according"))
            return TimeTense.Past;
        if (kinds.HasFlag(Kinds.Planned) && IsPlan(words, i))
            return WasSaid(words, i, tag) ? TimeTense.Past : TimeTense.Future;
        // "The dam burst": past and base form are one word; without a governor before it, news tells the past.
        if (kinds.HasFlag(Kinds.Same) && tag is "VBP" or "VBD" or "NN" && !words.IsAny(i - 1, "to", "will", "would", "the", "a", "an", "could", "may"))
            return tag == "NN" ? TimeTense.Unknown : TimeTense.Past;
        return tag.Length > 0 ? Tagged(words, i, tag, kinds) : Untagged(words, i, word, kinds);
    }

    private static bool IsPlan(WordList words, int i) =>
        // "announced plans on Tuesday": the noun is not the verb.
        words.Upos(i) is not (Upos.Noun or Upos.Propn) && (!words.IsAny(i, "set", "bound", "about", "hope", "plan", "agreed", "proposed") || words.Is(i + 1, "to") || (words.Is(i, "set") && words.Is(i + 1, "for")));

    /// <summary>"pledged Saturday to", "was projected on Tuesday": the word itself fell on that day, whatever it speaks of.</summary>
    private static bool WasSaid(WordList words, int i, string tag) =>
        words.IsAny(i, "agreed", "vowed", "pledged", "promised", "threatened", "projected", "predicted", "proposed")
        && (tag == "VBD" || (tag == "VBN" && words.IsAny(i - 1, "was", "were")));

    private static TimeTense Tagged(WordList words, int i, string tag, Kinds kinds) => tag switch
    {
        // "stays closed until Thursday": no past, whatever the form.
        "VBD" when words.Tag(i - 1) is "VBZ" or "VBP" => TimeTense.Unknown,
        "VBD" => Governed(words, i) ?? TimeTense.Past,
        "MD" => Modal(words, i),
        "VB" => Infinitive(words, i),
        "VBZ" or "VBP" => kinds.HasFlag(Kinds.Present) && words.IsAny(i, "has", "have", "is", "are", "'s", "s") ? Compound(words, i) : TimeTense.Present,
        "VBN" => Participle(words, i),
        "VBG" => words.Upos(i - 1) == Upos.Aux && !words.IsAny(i - 1, "was", "were", "been") ? TimeTense.Future : TimeTense.Unknown,
        _ => TimeTense.Unknown,
    };

    /// <summary>"will" and "may" say that it is to come; "would", "should" and "can" leave it open, and "could have" speaks of what was.</summary>
    private static TimeTense Modal(WordList words, int i) =>
        words.Is(i + 1, "have") && !words.IsAny(i, "will", "shall") ? TimeTense.Past
        : words.IsAny(i, "will", "shall", "wo", "ll", "'ll", "may", "might", "could") ? TimeTense.Future : TimeTense.Open;

    /// <summary>"is to", "going to", "plans to".</summary>
    private static bool IsAhead(WordList words, int i) =>
        words.IsAny(i, "is", "are", "am", "going", "scheduled", "yet") || KindsOf(words.At(i)).HasFlag(Kinds.Planned);

    private static TimeTense? Governed(WordList words, int i) => words.IsAny(i - 1, "will", "would", "to", "could", "may", "might") ? words.Is(i - 1, "will") ? TimeTense.Future : TimeTense.Open : null;

    /// <summary>After "has" and "is" the participle decides: "has left" lies behind, "is leaving", "is to leave" ahead.</summary>
    private static TimeTense Compound(WordList words, int i)
    {
        if (words.IsAny(i, "has", "have"))
            return words.Is(i + 1, "to") ? TimeTense.Future : TimeTense.Past;
        for (int j = i + 1; j < Math.Min(i + 4, words.Count); j++)
        {
            if (words.Is(j, "to") || words.Tag(j) == "VBG")
                return TimeTense.Future;
            if (words.Tag(j) == "VBN")
                return TimeTense.Present;
        }

        return TimeTense.Present;
    }

    private static TimeTense Participle(WordList words, int i)
    {
        for (int j = i - 1; j >= Math.Max(0, i - 4); j--)
        {
            if (words.IsAny(j, "will", "would", "to", "may", "might", "could", "can", "should", "must"))
                return words.Is(j, "will") ? TimeTense.Future : TimeTense.Open;
            if (words.IsAny(j, "was", "were", "had", "has", "have", "been", "got"))
                return TimeTense.Past;
            if (words.IsAny(j, "is", "are"))
                return TimeTense.Present;
            if (words.Upos(j) is not (Upos.Aux or Upos.Adv or Upos.Part))
                break;
        }

        // A reduced relative clause ("the report published on Tuesday"), but "stays shut until Sunday" hangs on "stays".
        return words.Upos(i - 1) == Upos.Verb ? TimeTense.Unknown : TimeTense.Past;
    }

    private static TimeTense Infinitive(WordList words, int i)
    {
        for (int j = i - 1; j >= Math.Max(0, i - 4); j--)
        {
            if (words.IsAny(j, "did", "didn"))
                return TimeTense.Past;
            if (words.IsAny(j, "do", "does"))
                return TimeTense.Present;
            if (words.Is(j, "to"))
                return j > 0 && IsDone(words, j - 1) ? TimeTense.Past : IsAhead(words, j - 1) ? TimeTense.Future : TimeTense.Open;
            if (words.Tag(j) == "MD" || IsModal(words, j))
                return Modal(words, j);
        }

        // "Meet us at the gate on Friday.": what readers are told to do is to come.
        bool opens = i == 0 || words[i].BreakBefore || words.IsMark(i - 1, '.') || words.IsMark(i - 1, '!') || words.IsMark(i - 1, '?') || words.IsMark(i - 1, ':');
        return opens && words.IsCapital(i) ? TimeTense.Future : TimeTense.Unknown;
    }

    private static TimeTense Untagged(WordList words, int i, ReadOnlySpan<char> word, Kinds kinds)
    {
        if (kinds.HasFlag(Kinds.Modal))
            return words.IsCapital(i) && words.Is(i, "may") ? TimeTense.Unknown : TimeTense.Future;
        if (words.IsAny(i - 1, "to", "will", "would", "could", "may", "might", "should", "must", "can", "not") && !words.IsCapital(i) && !kinds.HasFlag(Kinds.Past) && words.Is(i - 1, "to") && LooksLikeVerb(words, i))
            return i > 1 && IsDone(words, i - 2) ? TimeTense.Past : TimeTense.Future;
        if (kinds.HasFlag(Kinds.Past))
            return TimeTense.Past;
        if (words.IsAny(i, "is", "are") && words.Is(i + 1, "to"))
            return TimeTense.Future;
        if (words.IsAny(i, "has", "have"))
            return words.Is(i + 1, "to") ? TimeTense.Future : TimeTense.Past;
        if (kinds.HasFlag(Kinds.Present) && !words.IsCapital(i))
            return TimeTense.Present;
        bool regular = word.Length > 4 && word.EndsWith("ed", StringComparison.OrdinalIgnoreCase) && !word.EndsWith("eed", StringComparison.OrdinalIgnoreCase) && !words.IsCapital(i);
        return regular ? words.IsAny(i - 1, "be", "is", "are") ? TimeTense.Unknown : TimeTense.Past : TimeTense.Unknown;
    }

    /// <summary>Without tags "to" may also begin a place ("to the border", "to Moscow"): a verb has no article and is no name.</summary>
    private static bool LooksLikeVerb(WordList words, int i) =>
        !words.IsCapital(i) && !words.IsAny(i, "the", "a", "an", "its", "his", "her", "their", "this", "that", "these", "some", "about", "at", "them", "him", "it", "us") && !words.IsDigits(i) && !Quantities.CountedNouns.IsPlural(words.At(i));

    private static bool IsModal(WordList words, int i) => words.IsAny(i, "will", "would", "could", "may", "might", "should", "must", "can", "shall", "ll", "wo");

    private static bool IsDone(WordList words, int i) =>
        KindsOf(words.At(i)).HasFlag(Kinds.Done);

    private static Kinds KindsOf(ReadOnlySpan<char> word) =>
        word.Length is > 1 and <= 12 && Forms.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out Kinds kinds) ? kinds : Kinds.None;
}
