using Stemma.Language.Models;

namespace Stemma.Language.Tagging;

/// <summary>The tagger's features of one token. The trainer runs this very code.</summary>
internal static class TagFeatures
{
    public const int Count = 33;

    /// <summary>Features of the token at <paramref name="i"/>.</summary>
    /// <param name="words">The sentence's forms.</param>
    /// <param name="keys">Receives <see cref="Count"/> keys.</param>
    /// <param name="last">Label of the token before, or -1.</param>
    /// <param name="beforeLast">Label of the one before that, or -1.</param>
    public static void Fill(ReadOnlySpan<WordForm> words, int i, int last, int beforeLast, Span<uint> keys)
    {
        WordForm edge = WordForm.Edge;
        ref readonly WordForm w = ref words[i];
        ref readonly WordForm p1 = ref i > 0 ? ref words[i - 1] : ref edge;
        ref readonly WordForm p2 = ref i > 1 ? ref words[i - 2] : ref edge;
        ref readonly WordForm n1 = ref i + 1 < words.Length ? ref words[i + 1] : ref edge;
        ref readonly WordForm n2 = ref i + 2 < words.Length ? ref words[i + 2] : ref edge;
        ulong t1 = (ulong)(last + 2);
        ulong t2 = (ulong)(beforeLast + 2);
        ulong t12 = Features.Pair(t1, t2);
        keys[0] = Features.Key(0, 0);
        keys[1] = Features.Key(1, w.Word);
        keys[2] = Features.Key(2, p1.Word);
        keys[3] = Features.Key(3, n1.Word);
        keys[4] = Features.Key(4, p2.Word);
        keys[5] = Features.Key(5, n2.Word);
        keys[6] = Features.Key(6, Features.Pair(p1.Word, w.Word));
        keys[7] = Features.Key(7, Features.Pair(w.Word, n1.Word));
        keys[8] = Features.Key(8, w.Suffix1);
        keys[9] = Features.Key(9, w.Suffix2);
        keys[10] = Features.Key(10, w.Suffix3);
        keys[11] = Features.Key(11, w.Suffix4);
        keys[12] = Features.Key(12, w.Suffix5);
        keys[13] = Features.Key(13, w.Prefix2);
        keys[14] = Features.Key(14, w.Prefix3);
        keys[15] = Features.Key(15, w.Prefix4);
        keys[16] = Features.Key(16, w.Shape);
        keys[17] = Features.Key(17, t1);
        keys[18] = Features.Key(18, t12);
        keys[19] = Features.Key(19, Features.Pair(t1, w.Word));
        keys[20] = Features.Key(20, Features.Pair(t1, n1.Class));
        keys[21] = Features.Key(21, Features.Pair(t1, n1.Word));
        keys[22] = Features.Key(22, w.Class);
        keys[23] = Features.Key(23, Features.Pair(t12, w.Class));
        keys[24] = Features.Key(24, n1.Class);
        keys[25] = Features.Key(25, Features.Pair(n1.Class, n2.Class));
        keys[26] = Features.Key(26, Features.Pair(t1, w.Class));
        keys[27] = Features.Key(27, Features.Pair(Features.Pair(t1, w.Class), n1.Class));
        keys[28] = Features.Key(28, Features.Pair(t1, w.Suffix3));
        keys[29] = Features.Key(29, Features.Pair(w.Shape, i == 0 ? 9u : p1.Shape));
        keys[30] = Features.Key(30, Features.Pair(w.Shape, n1.Shape));
        keys[31] = Features.Key(31, n1.Suffix3);
        keys[32] = Features.Key(32, Features.Pair(w.Shape, w.Suffix3));
    }
}
