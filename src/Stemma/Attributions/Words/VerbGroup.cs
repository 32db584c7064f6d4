using static Stemma.Attributions.WordClass;

namespace Stemma.Attributions;

/// <summary>A main verb with its auxiliaries, negation and adverbs: "has repeatedly said", "did not immediately confirm".</summary>
internal readonly record struct VerbGroup(int Start, int Main, bool Negated, bool Passive, bool Progressive, bool Infinitive, bool HasAuxiliary, int Modal)
{
    public static VerbGroup Of(ReadingText text, int main, int low)
    {
        int start = main;
        bool negated = false, passive = false, progressive = false, infinitive = false, auxiliary = false;
        int modal = -1;
        bool participle = text.Class[main] is Participle or FiniteVerb or Adjective;
        for (int t = main - 1; t >= low && t >= main - 8; t--)
        {
            WordClass c = text.Class[t];
            if (c == Negation || (c == Adverb && text.Lower[t] is not ("however" or "meanwhile" or "instead" or "so" or "then" or "there" or "here" or "therefore" or "elsewhere" or "abroad" or "alike") && !text.IsCapital(t)))
            {
                negated |= c == Negation;
                continue;
            }

            if (c is Be or Have or Do or WordClass.Modal)
            {
                if (c == Be && !passive && !progressive && NextVerb(text, t, main))
                {
                    passive = text.Class[main] is not Ing && participle;
                    progressive = text.Class[main] is Ing;
                }

                if (c == WordClass.Modal)
                    modal = t;
                auxiliary = true;
                start = t;
                continue;
            }

            if (c == To && t > low)
            {
                if (text.Lower[t - 1] is "yet" or "have" or "has" or "had" or "going" or "used")
                    continue;
                infinitive = true;
                start = t;
            }

            break;
        }

        // A bare "to" ends the group on its left; what governs it is a verb of its own.
        if (infinitive)
            return new VerbGroup(start, main, negated, passive, progressive, true, auxiliary, modal);
        while (start > low && (text.Class[start - 1] == Negation || (text.Class[start - 1] == Adverb && !text.IsCapital(start - 1)
            && text.Lower[start - 1] is not ("however" or "meanwhile" or "instead" or "so" or "then" or "there" or "here" or "therefore" or "elsewhere" or "abroad" or "alike"))))
            start--;
        return new VerbGroup(start, main, negated, passive, progressive, false, auxiliary, modal);
    }

    /// <summary>Only adverbs and negation between an auxiliary and its verb.</summary>
    private static bool NextVerb(ReadingText text, int auxiliary, int main)
    {
        for (int t = auxiliary + 1; t < main; t++)
        {
            if (!(text.Class[t] is Adverb or Negation || (text.Class[t] == Be && text.Lower[t] is "being" or "been")))
                return false;
        }

        return true;
    }
}
