using Stemma.Language;
using Stemma.Quantities.Numerals;

namespace Stemma.Quantities;

/// <summary>What a number counts: the noun phrase right after it.</summary>
/// <param name="End">One past the phrase's last word.</param>
/// <param name="Unit">The singular head noun.</param>
/// <param name="First">First word of the phrase.</param>
internal readonly record struct CountedPhrase(int First, int End, string Unit);

/// <summary>Reads the counted noun with its qualifiers: "crude explosive devices", "of the bombs", "people killed".</summary>
/// <remarks>
/// With tags it takes modifiers up to the last noun of the run; without them the first plural, because a counted noun stands in the plural.
/// Phrases joined by a comma ("12 tired, hungry sailors") end at the comma and are missed.
/// </remarks>
internal static class NounPhraseReader
{
    /// <summary>A counted noun stands no further from its number: bounds the work on hostile text.</summary>
    private const int Reach = 7;

    private enum Role : byte
    {
        Stop,
        Modifier,
        Noun,
    }

    public static bool TryRead(WordList words, int i, bool singular, out CountedPhrase phrase)
    {
        int at = i;
        if (words.IsAny(at, "more", "other", "others", "further", "additional") && words.Is(at + 1, "of"))
            at++;
        if (words.Is(at, "of"))
        {
            at++;
            if (words.IsAny(at, "the", "these", "those", "his", "her", "its", "their", "our", "my", "your"))
                at++;
        }

        if (!words.Continues(at))
        {
            phrase = default;
            return false;
        }

        int head = Head(words, at, singular);
        if (head < 0)
            return TryState(words, at, out phrase);
        int end = PostModifier(words, Coordinated(words, head + 1));
        phrase = new CountedPhrase(at, end, Unit(words, head));
        return true;
    }

    private static int Head(WordList words, int at, bool singular)
    {
        int head = -1;
        bool tagged = words.Upos(at) != Upos.X;
        bool common = false;
        for (int j = at; j < Math.Min(at + Reach, words.Count) && (j == at || words.Continues(j)); j++)
        {
            if (words.IsHyphen(j) && words.Joins(j) && words.Joins(j + 1))
                continue;
            if ((words.IsMark(j, '\'') || words.IsMark(j, '\u2019')) && words.Joins(j))
            {
                // "the country's 12 ministers' aides": a possessor is a modifier.
                if (words.Is(j + 1, "s") && words.Joins(j + 1))
                    j++;
                head = -1;
                continue;
            }

            Role role = tagged ? TaggedRole(words, j) : UntaggedRole(words, j);
            if (role == Role.Stop || (role == Role.Modifier && head >= 0 && CountedNouns.IsPlural(words.At(head))))
                break;
            if (role != Role.Noun)
                continue;
            if (head >= 0 && words.IsCapital(j) && !words.IsCapital(head) && CountedNouns.IsPlural(words.At(head)))
                break;
            head = j;
            common |= words.Upos(j) == Upos.Noun || CountedNouns.IsPlural(words.At(j));
            if (!tagged && CountedNouns.IsPlural(words.At(j)))
                return head;
        }

        if (tagged)
            return common ? head : -1;
        return head >= 0 ? head : singular && UntaggedRole(words, at) != Role.Stop && words.IsLetters(at) && !words.IsCapital(at) ? at : -1;
    }

    private static Role TaggedRole(WordList words, int j)
    {
        if (!words.IsLetters(j))
            return Role.Stop;
        return words.Upos(j) switch
        {
            Upos.Noun or Upos.Propn => CountedNouns.IsStop(words.At(j)) ? Role.Stop : Role.Noun,
            Upos.Adj or Upos.Num => CountedNouns.IsState(words.At(j)) && !words.Is(j, "missing") && words.Upos(j + 1) is not (Upos.Noun or Upos.Adj) ? Role.Stop : Role.Modifier,
            Upos.Verb when words.Tag(j) is "VBN" or "VBG" => words.Upos(j + 1) is Upos.Noun or Upos.Adj or Upos.Propn ? Role.Modifier : Role.Stop,
            Upos.Adv => words.Upos(j + 1) is Upos.Adj or Upos.Verb ? Role.Modifier : Role.Stop,
            _ => Role.Stop,
        };
    }

    private static Role UntaggedRole(WordList words, int j)
    {
        if (!words.IsLetters(j) || CountedNouns.IsStop(words.At(j)))
            return Role.Stop;
        return CountedNouns.IsPlural(words.At(j)) ? Role.Noun : Role.Modifier;
    }

    /// <summary>"15 dead", "12 were killed", "three others injured": the people are left out.</summary>
    private static bool TryState(WordList words, int i, out CountedPhrase phrase)
    {
        phrase = default;
        int at = i;
        while (at < i + 3 && words.IsAny(at, "others", "more", "were", "are", "was", "had", "have", "been", "feared", "confirmed", "people", "reported", "reportedly"))
            at++;
        if (!words.Continues(at))
            return false;
        int end = words.Is(at, "on") && words.Is(at + 1, "board") ? at + 2 : CountedNouns.IsState(words.At(at)) ? at + 1 : at;
        if (end == at)
            return false;
        phrase = new CountedPhrase(at, AndState(words, end), "person");
        return true;
    }

    /// <summary>"dead or missing": both states.</summary>
    private static int AndState(WordList words, int end) =>
        words.IsAny(end, "and", "or") && CountedNouns.IsState(words.At(end + 1)) && words.Upos(end + 2) is not (Upos.Noun or Upos.Num) ? end + 2 : end;

    /// <summary>"shells and rockets": a second plural noun joined to the first, where no verb follows that would make it a subject of its own.</summary>
    private static int Coordinated(WordList words, int end)
    {
        // "and scores of volunteers": another amount.
        if (!words.IsAny(end, "and", "or") || !words.Continues(end + 1) || words.IsCapital(end + 1) || NumeralWords.At(words, end + 1) is not null)
            return end;
        int second = end + 1;
        if (words.Upos(second) == Upos.Adj)
            second++;
        bool noun = words.Upos(second) == Upos.X
            ? UntaggedRole(words, second) == Role.Noun
            : words.Upos(second) == Upos.Noun && CountedNouns.IsPlural(words.At(second));
        return noun && !words.IsDigits(second + 1) && words.Upos(second + 1) is not (Upos.Verb or Upos.Aux or Upos.Num or Upos.Det) ? second + 1 : end;
    }

    private static int PostModifier(WordList words, int end)
    {
        if (!words.Continues(end))
            return end;
        if (words.Is(end, "on") && words.Is(end + 1, "board"))
            return end + 2;
        // "people injured" ends there; "people injured two others" is a clause of its own.
        return CountedNouns.IsState(words.At(end)) && words.Upos(end + 1) is not (Upos.Det or Upos.Num or Upos.Noun or Upos.Pron)
            ? AndState(words, end + 1)
            : end;
    }

    private static string Unit(WordList words, int head)
    {
        ReadOnlySpan<char> noun = words.At(head);
        // Two parts of a hyphenated noun are one ("life-jackets", "by-elections").
        if (words.IsHyphen(head - 1) && words.Joins(head - 1) && words.Joins(head) && words.IsLetters(head - 2) && words.Upos(head) != Upos.X)
            noun = words.Text.AsSpan(words[head - 2].Start, words[head].End - words[head - 2].Start);
        return CountedNouns.Singular(noun.ToString());
    }
}
