using System.Collections.Immutable;

namespace Stemma.Lineages;

/// <summary>What two reports have in common, word for word.</summary>
/// <param name="Passages">By place in From.</param>
/// <param name="Evidence">How many evidence words of From are carried over.</param>
/// <param name="Longest">Evidence words of From in the longest passage.</param>
/// <param name="Carried">For each word of From whether it is carried over, quotations included.</param>
internal sealed record Alignment(LineageText From, LineageText To, ImmutableArray<Passage> Passages, int Evidence, int Longest, bool[] Carried)
{
    /// <summary>Words that may stand between two runs of one passage, on either side: a clause put in, cut or reworded.</summary>
    private const int MaxGap = 12;

    /// <summary>Part of From's evidence that is in To, 0 to 1.</summary>
    public double EvidenceShare => From.Evidence == 0 ? 0 : (double)Evidence / From.Evidence;

    /// <summary>Part of From's body that is in To, quotations included, 0 to 1.</summary>
    public double Share => Carried.Length == 0 ? 0 : (double)Carried.Count(c => c) / Carried.Length;

    public static Alignment Of(LineageText from, LineageText to)
    {
        List<Passage> passages = [];
        List<Tile> open = [];
        foreach (Tile tile in Tiling.Of(from.Ids, to.Ids))
        {
            if (open.Count > 0 && !Continues(open[^1], tile))
            {
                passages.Add(new Passage([.. open]));
                open.Clear();
            }

            open.Add(tile);
        }

        if (open.Count > 0)
            passages.Add(new Passage([.. open]));

        bool[] carried = new bool[from.Ids.Length];
        int evidence = 0, longest = 0;
        foreach (Passage passage in passages)
        {
            int inPassage = 0;
            foreach (Tile tile in passage.Tiles)
            {
                for (int i = 0; i < tile.Length; i++)
                {
                    carried[tile.From + i] = true;
                    if (from.IsEvidence[tile.From + i] && to.IsEvidence[tile.To + i])
                        inPassage++;
                }
            }

            evidence += inPassage;
            longest = Math.Max(longest, inPassage);
        }

        return new Alignment(from, to, [.. passages], evidence, longest, carried);
    }

    private static bool Continues(Tile before, Tile tile)
    {
        int gapFrom = tile.From - (before.From + before.Length), gapTo = tile.To - (before.To + before.Length);
        return gapTo >= 0 && Math.Max(gapFrom, gapTo) <= MaxGap;
    }
}
