namespace Stemma.Evaluation.Language;

/// <summary>Names written as one tag a word (<c>B-PER</c>, <c>I-PER</c>, <c>O</c>), as spans.</summary>
internal static class EntitySpans
{
    /// <summary>First word, one past the last, and kind of each name; an <c>I-</c> that continues nothing begins one, as <c>conlleval</c> has it.</summary>
    public static HashSet<(int From, int To, string Kind)> Of(IReadOnlyList<string> tags)
    {
        HashSet<(int, int, string)> spans = [];
        int start = -1;
        string kind = "";
        for (int i = 0; i <= tags.Count; i++)
        {
            string tag = i < tags.Count ? tags[i] : "O";
            bool inside = tag.StartsWith("I-", StringComparison.Ordinal);
            if (start >= 0 && !(inside && tag.AsSpan(2).SequenceEqual(kind)))
            {
                spans.Add((start, i, kind));
                start = -1;
            }

            if (tag.StartsWith("B-", StringComparison.Ordinal) || (inside && start < 0))
                (start, kind) = (i, tag[2..]);
        }

        return spans;
    }

    /// <summary>The tag in a MISC column; <c>O</c> where there is none.</summary>
    public static string Tag(string misc)
    {
        foreach (string part in misc.Split('|'))
        {
            if (part.StartsWith("NER=", StringComparison.Ordinal))
                return part["NER=".Length..];
        }

        return "O";
    }
}
