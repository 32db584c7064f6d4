using System.Collections.Immutable;

namespace Stemma.Web.Pages.Reports;

public enum DiffKind
{
    Same,
    Removed,
    Added,
}

/// <summary>Words that stayed, went or came.</summary>
public readonly record struct DiffPiece(DiffKind Kind, string Text);

/// <summary>What changed from one version of a text to the next: by paragraph first, then by word within paragraphs that changed.</summary>
/// <remarks>The longest common subsequence (Hunt and McIlroy, 1976). Where two runs are too long to compare word by word, the one is shown as gone and the other as new: true, if coarse.</remarks>
public static class TextDiff
{
    /// <summary>Cells of a table of comparisons; about 4 MB and some milliseconds.</summary>
    private const int MaxCells = 1_000_000;

    /// <returns>One list of pieces a changed paragraph, in order; paragraphs that stayed are left out.</returns>
    public static ImmutableArray<ImmutableArray<DiffPiece>> Changed(string before, string after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        List<(DiffKind Kind, string Text)> paragraphs = Compare(before.Split('\n', StringSplitOptions.RemoveEmptyEntries), after.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        ImmutableArray<ImmutableArray<DiffPiece>>.Builder changed = ImmutableArray.CreateBuilder<ImmutableArray<DiffPiece>>();
        List<string> removed = [], added = [];
        foreach ((DiffKind kind, string text) in paragraphs.Append((DiffKind.Same, "")))
        {
            if (kind is DiffKind.Removed)
                removed.Add(text);
            else if (kind is DiffKind.Added)
                added.Add(text);
            else
                Flush();
        }

        return changed.ToImmutable();

        void Flush()
        {
            for (int i = 0; i < Math.Max(removed.Count, added.Count); i++)
                changed.Add(Words(i < removed.Count ? removed[i] : "", i < added.Count ? added[i] : ""));
            removed.Clear();
            added.Clear();
        }
    }

    private static ImmutableArray<DiffPiece> Words(string before, string after)
    {
        List<DiffPiece> pieces = [];
        foreach ((DiffKind kind, string word) in Compare(before.Split(' ', StringSplitOptions.RemoveEmptyEntries), after.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            if (pieces.Count > 0 && pieces[^1].Kind == kind)
                pieces[^1] = new DiffPiece(kind, pieces[^1].Text + " " + word);
            else
                pieces.Add(new DiffPiece(kind, word));
        }

        return [.. pieces];
    }

    private static List<(DiffKind, string)> Compare(string[] a, string[] b)
    {
        int start = 0, end = 0;
        while (start < a.Length && start < b.Length && a[start] == b[start])
            start++;
        while (end < a.Length - start && end < b.Length - start && a[^(end + 1)] == b[^(end + 1)])
            end++;
        List<(DiffKind, string)> all = [.. a.Take(start).Select(s => (DiffKind.Same, s))];
        all.AddRange(Middle(a[start..^end], b[start..^end]));
        all.AddRange(a.Skip(a.Length - end).Select(s => (DiffKind.Same, s)));
        return all;
    }

    private static IEnumerable<(DiffKind, string)> Middle(string[] a, string[] b)
    {
        if ((long)a.Length * b.Length > MaxCells)
            return [.. a.Select(s => (DiffKind.Removed, s)), .. b.Select(s => (DiffKind.Added, s))];
        int[,] longest = new int[a.Length + 1, b.Length + 1];
        for (int i = a.Length - 1; i >= 0; i--)
        {
            for (int j = b.Length - 1; j >= 0; j--)
                longest[i, j] = a[i] == b[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        }

        List<(DiffKind, string)> pieces = [];
        int x = 0, y = 0;
        while (x < a.Length || y < b.Length)
        {
            if (x < a.Length && y < b.Length && a[x] == b[y])
                (pieces, y) = (With(DiffKind.Same, a[x++]), y + 1);
            else if (y == b.Length || (x < a.Length && longest[x + 1, y] >= longest[x, y + 1]))
                With(DiffKind.Removed, a[x++]);
            else
                With(DiffKind.Added, b[y++]);
        }

        return pieces;

        List<(DiffKind, string)> With(DiffKind kind, string text)
        {
            pieces.Add((kind, text));
            return pieces;
        }
    }
}
