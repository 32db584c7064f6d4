using Stemma.Language.Models;
using Stemma.Language.Tagging;

namespace Stemma.Language.Names;

/// <summary>One token as the name tagger sees it.</summary>
/// <param name="Form">Hashes of the word.</param>
/// <param name="Tag">Label of the part-of-speech tagger.</param>
/// <param name="Cues">What the word lists know.</param>
/// <param name="RunHead">Folded hash of the last word of the run of capitalised words it stands in; 0 outside one.</param>
/// <param name="RunCues">Cues of that last word.</param>
/// <param name="Before">Folded hash of the word before the run.</param>
/// <param name="After">Folded hash of the word after it.</param>
/// <param name="Place">Position in the run: 0 outside, 1 first, 2 middle, 3 last, 4 alone.</param>
internal readonly record struct NameToken(WordForm Form, int Tag, NameCues Cues, ulong RunHead, NameCues RunCues, ulong Before, ulong After, int Place)
{
    public static NameToken Edge { get; } = new(WordForm.Edge, -1, NameCues.None, 0, NameCues.None, 0, 0, 0);
}

/// <summary>The name tagger's features of one token. The trainer runs this very code.</summary>
internal static class NameFeatures
{
    public const int Count = 42;

    /// <summary>Fills in the runs; forms, tags and cues must stand already.</summary>
    /// <param name="capitals">The sentence is all capitals: runs then go by the tags instead.</param>
    public static void MarkRuns(Span<NameToken> tokens, Tagger tagger, bool capitals)
    {
        int i = 0;
        while (i < tokens.Length)
        {
            if (!InRun(tokens[i], tagger, capitals))
            {
                i++;
                continue;
            }

            int end = i + 1;
            while (end < tokens.Length && InRun(tokens[end], tagger, capitals))
                end++;
            ulong before = i > 0 ? tokens[i - 1].Form.Word : 2;
            ulong after = end < tokens.Length ? tokens[end].Form.Word : 3;
            for (int j = i; j < end; j++)
            {
                tokens[j] = tokens[j] with
                {
                    RunHead = tokens[end - 1].Form.Word,
                    RunCues = tokens[end - 1].Cues,
                    Before = before,
                    After = after,
                    Place = end - i == 1 ? 4 : j == i ? 1 : j == end - 1 ? 3 : 2,
                };
            }

            i = end;
        }
    }

    private static bool InRun(NameToken token, Tagger tagger, bool capitals)
    {
        // Shape is case * 32 and more (see WordForm): 2 capitalised, 3 all capitals, 4 mixed, 5 a single capital.
        uint letterCase = token.Form.Shape / 32;
        return capitals ? tagger.Label(token.Tag).Upos == Upos.Propn : letterCase is >= 2 and <= 5;
    }

    /// <param name="last">Label of the token before, or -1.</param>
    /// <param name="keys">Receives <see cref="Count"/> keys.</param>
    /// <param name="lexical">False hides the word itself, so that training learns to judge unseen names by their surroundings.</param>
    public static void Fill(ReadOnlySpan<NameToken> tokens, int i, int last, int beforeLast, Span<uint> keys, bool lexical = true)
    {
        NameToken edge = NameToken.Edge;
        ref readonly NameToken w = ref tokens[i];
        ref readonly NameToken p1 = ref i > 0 ? ref tokens[i - 1] : ref edge;
        ref readonly NameToken p2 = ref i > 1 ? ref tokens[i - 2] : ref edge;
        ref readonly NameToken n1 = ref i + 1 < tokens.Length ? ref tokens[i + 1] : ref edge;
        ref readonly NameToken n2 = ref i + 2 < tokens.Length ? ref tokens[i + 2] : ref edge;
        ulong t1 = (ulong)(last + 2);
        ulong t2 = (ulong)(beforeLast + 2);
        ulong word = lexical ? w.Form.Word : 7;
        ulong cues = (ulong)w.Cues;
        ulong tag = (ulong)(w.Tag + 2);
        ulong previousTag = (ulong)(p1.Tag + 2);
        ulong nextTag = (ulong)(n1.Tag + 2);
        ulong place = (ulong)w.Place;
        keys[0] = Features.Key(100, t1);
        keys[1] = Features.Key(101, Features.Pair(word, t1));
        keys[2] = Features.Key(102, p1.Form.Word);
        keys[3] = Features.Key(103, n1.Form.Word);
        keys[4] = Features.Key(104, p2.Form.Word);
        keys[5] = Features.Key(105, n2.Form.Word);
        keys[6] = Features.Key(106, Features.Pair(word, p1.Form.Word));
        keys[7] = Features.Key(107, Features.Pair(word, n1.Form.Word));
        keys[8] = Features.Key(108, lexical ? w.Form.Suffix3 : 7);
        keys[9] = Features.Key(109, lexical ? w.Form.Suffix4 : 7);
        keys[10] = Features.Key(110, lexical ? w.Form.Prefix3 : 7);
        keys[11] = Features.Key(111, lexical ? w.Form.Prefix4 : 7);
        keys[12] = Features.Key(112, Features.Pair(w.Form.Shape, t1));
        keys[13] = Features.Key(113, Features.Pair(w.Form.Shape, i == 0 ? 1u : 0u));
        keys[14] = Features.Key(114, Features.Pair(cues, t1));
        keys[15] = Features.Key(115, Features.Pair(cues, (ulong)p1.Cues));
        keys[16] = Features.Key(116, Features.Pair(cues, (ulong)n1.Cues));
        keys[17] = Features.Key(117, Features.Pair((ulong)n1.Cues, (ulong)n2.Cues));
        keys[18] = Features.Key(118, Features.Pair((ulong)p1.Cues, (ulong)p2.Cues));
        keys[19] = Features.Key(119, Features.Pair(w.RunHead, place));
        keys[20] = Features.Key(120, Features.Pair((ulong)w.RunCues, t1));
        keys[21] = Features.Key(121, Features.Pair(w.Before, place));
        keys[22] = Features.Key(122, Features.Pair(w.After, place));
        keys[23] = Features.Key(123, Features.Pair(Features.Pair((ulong)w.RunCues, place), cues));
        keys[24] = Features.Key(124, Features.Pair(tag, t1));
        keys[25] = Features.Key(125, Features.Pair(tag, Features.Pair(previousTag, nextTag)));
        keys[26] = Features.Key(126, Features.Pair(place, t1));
        keys[27] = Features.Key(127, Features.Pair(p1.Form.Word, t1));
        keys[28] = Features.Key(128, Features.Pair(n1.Form.Word, t1));
        keys[29] = Features.Key(129, Features.Pair(t1, t2));
        keys[30] = Features.Key(130, Features.Pair(p1.Form.Word, p2.Form.Word));
        keys[31] = Features.Key(131, Features.Pair(n1.Form.Word, n2.Form.Word));
        keys[32] = Features.Key(132, word);
        keys[33] = Features.Key(133, Features.Pair(Features.Pair(w.Before, w.After), place));
        keys[34] = Features.Key(134, Features.Pair(Features.Pair(w.Form.Shape, p1.Form.Shape), n1.Form.Shape));
        keys[35] = Features.Key(135, Features.Pair(cues, tag));
        keys[36] = Features.Key(136, cues);
        keys[37] = Features.Key(137, Features.Pair((ulong)n1.Cues, t1));
        keys[38] = Features.Key(138, Features.Pair((ulong)p1.Cues, t1));
        keys[39] = Features.Key(139, Features.Pair(t1, Features.Pair(place, w.After)));
        keys[40] = Features.Key(140, Features.Pair(t1, Features.Pair(place, w.Before)));
        keys[41] = Features.Key(141, lexical ? Features.Pair(w.Form.Suffix2, place) : 7);
    }
}
