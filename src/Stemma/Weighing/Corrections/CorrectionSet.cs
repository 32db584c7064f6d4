using System.Collections.Immutable;
using Stemma.Reports;
using Stemma.Text;

namespace Stemma.Weighing;

/// <summary>The corrections that stand: a log with what was undone left out, in the order in which it was written.</summary>
public sealed class CorrectionSet
{
    private readonly ILookup<(CorrectionKind, CorrectionTarget), Correction> byWhat;

    private CorrectionSet(ImmutableArray<Correction> standing)
    {
        Standing = standing;
        byWhat = standing.ToLookup(c => (c.Kind, c.Target));
    }

    public static CorrectionSet Empty { get; } = new([]);

    /// <summary>What stands, oldest first.</summary>
    public ImmutableArray<Correction> Standing { get; }

    public bool IsEmpty => Standing.IsEmpty;

    /// <param name="log">In the order in which it was written. An entry whose id was met before is the same entry again and is left out.</param>
    public static CorrectionSet Of(IEnumerable<Correction> log)
    {
        ArgumentNullException.ThrowIfNull(log);
        List<Correction> entries = [.. log.DistinctBy(c => c.Id, StringComparer.Ordinal)];

        // From the latest back: an undo that was itself undone undoes nothing.
        HashSet<string> undone = new(StringComparer.Ordinal);
        foreach (Correction entry in Enumerable.Reverse(entries))
        {
            if (entry is { Kind: CorrectionKind.Undo, Undoes: { } id } && !undone.Contains(entry.Id))
                undone.Add(id);
        }

        return new CorrectionSet([.. entries.Where(c => c.Kind is not CorrectionKind.Undo && !undone.Contains(c.Id))]);
    }

    /// <summary>Oldest first.</summary>
    public IEnumerable<Correction> Of(CorrectionKind kind, CorrectionTarget target) => byWhat[(kind, target)];

    /// <summary>The user's grades of outlets, the latest of each: for <see cref="Briefs.Rendering.Grading"/>.</summary>
    public IReadOnlyDictionary<string, char> Grades()
    {
        Dictionary<string, char> grades = new(StringComparer.OrdinalIgnoreCase);
        foreach (Correction grade in Of(CorrectionKind.Grade, CorrectionTarget.Outlet))
        {
            foreach (CorrectionAnchor outlet in grade.What)
                grades[outlet.Name!] = grade.To![0];
        }

        return grades;
    }

    /// <summary>Where an anchor's words stand in a body by now; null where they do not.</summary>
    internal static TextSpan? Find(CorrectionAnchor anchor, string body)
    {
        if (anchor is not { Start: { } start, End: { } end, Quote: { } quote })
            return null;
        if (end <= body.Length && body.AsSpan(start, end - start).SequenceEqual(quote))
            return new TextSpan(start, end);

        // Cleaned otherwise by now, or revised: the nearest place with the same words.
        int best = -1;
        for (int at = body.IndexOf(quote, StringComparison.Ordinal); at >= 0; at = at + 1 < body.Length ? body.IndexOf(quote, at + 1, StringComparison.Ordinal) : -1)
        {
            if (best < 0 || Math.Abs(at - start) < Math.Abs(best - start))
                best = at;
        }

        return best < 0 ? null : new TextSpan(best, best + quote.Length);
    }

    /// <summary>Whether a correction of a story is about the story of these reports.</summary>
    internal static bool IsAbout(Correction correction, IEnumerable<Report> reports)
    {
        HashSet<string> ids = [.. reports.Select(r => r.Id)];
        return correction.What.Any(a => a.Report is { } report && ids.Contains(report));
    }
}
