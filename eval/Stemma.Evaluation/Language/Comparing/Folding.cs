namespace Stemma.Evaluation.Language;

/// <summary>Offsets that count no white space, so that texts which differ only in it can be compared (CoNLL 2018 shared task).</summary>
internal static class Folding
{
    /// <summary>For each offset of a text, and its end, how many visible characters stand before it.</summary>
    public static int[] Of(string text)
    {
        int[] folded = new int[text.Length + 1];
        for (int i = 0; i < text.Length; i++)
            folded[i + 1] = folded[i] + (char.IsWhiteSpace(text[i]) ? 0 : 1);
        return folded;
    }

    public static string Visible(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
