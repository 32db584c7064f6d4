using Stemma.Language;
using Stemma.Language.Names;

namespace Stemma.Training;

/// <summary>Names of sentences whose MISC column holds NER=B-PER and so on, as the engine's labels and as spans.</summary>
internal static class GoldNames
{
    private static readonly string[] Kinds = ["PER", "ORG", "LOC", "MISC"];

    public static int[] LabelsOf(GoldWord[] words)
    {
        int[] labels = new int[words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            (string part, int kind) = Tag(words, i);
            if (kind < 0)
                continue;
            bool starts = part == "B" || i == 0 || Tag(words, i - 1).Kind != kind;
            bool ends = i + 1 == words.Length || Tag(words, i + 1) is var next && (next.Kind != kind || next.Part == "B");
            labels[i] = 1 + kind * 4 + (starts, ends) switch { (true, true) => 3, (true, false) => 0, (false, false) => 1, (false, true) => 2 };
        }

        return labels;
    }

    private static (string Part, int Kind) Tag(GoldWord[] words, int i)
    {
        int at = words[i].Misc.IndexOf("NER=", StringComparison.Ordinal);
        if (at < 0 || words[i].Misc[at + 4] == 'O')
            return ("O", -1);
        string tag = words[i].Misc[(at + 4)..].Split('|')[0];
        return (tag[..1], Array.IndexOf(Kinds, tag[2..]));
    }

    public static HashSet<(int From, int To, EntityKind Kind)> Spans(int[] labels)
    {
        HashSet<(int, int, EntityKind)> spans = [];
        int start = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            if (NameLabels.PartOf(labels[i]) is 0 or 3)
                start = i;
            if (NameLabels.PartOf(labels[i]) is 2 or 3)
                spans.Add((start, i + 1, NameLabels.KindOf(labels[i])));
        }

        return spans;
    }
}
