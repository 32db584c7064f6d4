using System.Collections.Immutable;
using Stemma.Lineages;
using Stemma.Text;

namespace Stemma.Web.Pages.Stories.Drawing;

/// <summary>What became of a stretch of text on its way from one report to another.</summary>
public enum Fate
{
    /// <summary>It stands in both.</summary>
    Kept,

    /// <summary>It stands in both, with other words.</summary>
    Changed,

    /// <summary>It stands in this one alone: cut by the copy, or added by it.</summary>
    Alone,
}

/// <summary>A stretch of a body. The pieces of a body, in order, are the body.</summary>
public readonly record struct Piece(string Text, Fate Fate);

/// <summary>Cuts the two bodies of a derivation into what was kept, what was changed, and what stands in one alone.</summary>
public static class Carried
{
    /// <param name="body">Of the report.</param>
    /// <param name="ofChild">Whether it is the one that rests on the other.</param>
    public static ImmutableArray<Piece> Pieces(string body, Derivation derivation, bool ofChild)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(derivation);

        // Cuts by offset: +1 where a stretch begins, -1 where it ends; stretches may overlap.
        SortedDictionary<int, (int Kept, int Changed)> cuts = new() { [0] = (0, 0), [body.Length] = (0, 0) };
        foreach (SharedPassage passage in derivation.Passages)
            Lay(ofChild ? passage.From : passage.To, (1, 0));
        foreach (Alteration alteration in derivation.Alterations)
            Lay(ofChild ? alteration.From : alteration.To, (0, 1));

        ImmutableArray<Piece>.Builder pieces = ImmutableArray.CreateBuilder<Piece>();
        int at = 0, kept = 0, changed = 0;
        foreach ((int offset, (int Kept, int Changed) step) in cuts)
        {
            if (offset > at)
                pieces.Add(new Piece(body[at..offset], changed > 0 ? Fate.Changed : kept > 0 ? Fate.Kept : Fate.Alone));
            (at, kept, changed) = (offset, kept + step.Kept, changed + step.Changed);
        }

        return pieces.ToImmutable();

        void Lay(ReportSpan span, (int Kept, int Changed) by)
        {
            if (span.Start < 0 || span.End > body.Length || span.Start >= span.End)
                return;
            (int kept, int changed) = cuts.GetValueOrDefault(span.Start);
            cuts[span.Start] = (kept + by.Kept, changed + by.Changed);
            (kept, changed) = cuts.GetValueOrDefault(span.End);
            cuts[span.End] = (kept - by.Kept, changed - by.Changed);
        }
    }
}
