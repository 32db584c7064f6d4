using System.Collections.Immutable;
using Stemma.Differences;
using Stemma.Stories;
using Stemma.Text;

namespace Stemma.Lineages;

/// <summary>Finds what a copied passage changed: a number, a day, a name, a place, whether it is so, how firmly it is said.</summary>
/// <remarks>
/// Looks only into the short gaps of an aligned passage, where the words around say that the same thing is told. Rewording of anything else
/// ("about" for "some", a cut clause) is none.
/// </remarks>
internal static class AlterationFinder
{
    /// <summary>Words on either side beyond which a gap is another sentence, not a change.</summary>
    private const int MaxWords = 7;

    public static ImmutableArray<Alteration> Find(Alignment alignment)
    {
        ImmutableArray<Alteration>.Builder found = ImmutableArray.CreateBuilder<Alteration>();
        foreach (Passage passage in alignment.Passages)
        {
            AddAtEdge(found, alignment, passage.From - 1, passage.To - 1);
            for (int t = 1; t < passage.Tiles.Length; t++)
            {
                Tile before = passage.Tiles[t - 1], after = passage.Tiles[t];
                foreach (WordChange change in WordDiff.Of(alignment.From, before.From + before.Length, after.From, alignment.To, before.To + before.Length, after.To))
                {
                    if (Kind(alignment, change) is { } kind)
                        found.Add(new Alteration(kind, Span(alignment.From, change.From, change.FromEnd), Span(alignment.To, change.To, change.ToEnd)));
                }
            }

            AddAtEdge(found, alignment, passage.FromEnd, passage.ToEnd);
        }

        return found.ToImmutable();
    }

    /// <summary>The word next to a passage, where both have a number or a day there and another one: the passage ends because of it.</summary>
    private static void AddAtEdge(ImmutableArray<Alteration>.Builder found, Alignment alignment, int from, int to)
    {
        if (from < 0 || to < 0 || from >= alignment.From.Words.Length || to >= alignment.To.Words.Length)
            return;
        WordChange change = new(from, from + 1, to, to + 1);
        if (Kind(alignment, change) is { } kind and (DifferenceKind.Number or DifferenceKind.Time))
            found.Add(new Alteration(kind, Span(alignment.From, from, from + 1), Span(alignment.To, to, to + 1)));
    }

    private static DifferenceKind? Kind(Alignment alignment, WordChange change)
    {
        ReadOnlySpan<Word> from = alignment.From.Words.AsSpan(change.From, change.FromEnd - change.From);
        ReadOnlySpan<Word> to = alignment.To.Words.AsSpan(change.To, change.ToEnd - change.To);
        if (from.Length > MaxWords || to.Length > MaxWords)
            return null;
        if (Has(from, AlterationWords.IsNegation) != Has(to, AlterationWords.IsNegation))
            return DifferenceKind.Existence;
        if (from.Length == 0 || to.Length == 0)
            return null;
        if (Has(from, AlterationWords.IsDay) && Has(to, AlterationWords.IsDay))
            return DifferenceKind.Time;
        if (Number(from) is { } a && Number(to) is { } b)
            return a == b ? null : DifferenceKind.Number;
        if (Name(from) && Name(to))
            return IsPerson(alignment, change) ? DifferenceKind.Person : IsPlace(alignment, change) ? DifferenceKind.Place : DifferenceKind.Person;
        if (AlterationWords.AreOpposite(from, to))
            return DifferenceKind.Existence;
        return AlterationWords.Firmness(from) is { } f && AlterationWords.Firmness(to) is { } g && f != g ? DifferenceKind.Certainty : null;
    }

    private static bool Has(ReadOnlySpan<Word> words, Func<string, bool> what)
    {
        foreach (Word word in words)
        {
            if (what(word.Folded))
                return true;
        }

        return false;
    }

    /// <summary>Its one number, in digits or words; null where it has none or several.</summary>
    private static string? Number(ReadOnlySpan<Word> words)
    {
        string? number = null;
        foreach (Word word in words)
        {
            string? value = word.Shape == WordShape.Number ? AlterationWords.Plain(word.Folded) : AlterationWords.NumberOf(word.Folded);
            if (value is null)
                continue;
            if (number is not null)
                return null;
            number = value;
        }

        return number;
    }

    private static bool Name(ReadOnlySpan<Word> words)
    {
        bool name = false;
        foreach (Word word in words)
            name |= word.Shape == WordShape.Capitalised && !word.OpensSentence && !BackgroundFrequencies.IsStopWord(word.Folded);
        return name && words.Length <= 3;
    }

    private static bool IsPerson(Alignment alignment, WordChange change) =>
        HasEntity(alignment.From, change.From, change.FromEnd, Language.EntityKind.Person) || HasEntity(alignment.To, change.To, change.ToEnd, Language.EntityKind.Person);

    private static bool IsPlace(Alignment alignment, WordChange change) =>
        HasEntity(alignment.From, change.From, change.FromEnd, Language.EntityKind.Place) || HasEntity(alignment.To, change.To, change.ToEnd, Language.EntityKind.Place)
        || change.From > 0 && alignment.From.Words[change.From - 1].Folded is "in" or "at" or "near" or "off" or "from" or "the";

    private static bool HasEntity(LineageText text, int first, int end, Language.EntityKind kind)
    {
        TextSpan span = text.SpanOf(first, end);
        return text.Dated.Annotation.Language.Entities.Any(e => e.Kind == kind && e.Span.Overlaps(span));
    }

    /// <summary>The changed words; where nothing stands on this side, the word before, so that a reader sees where.</summary>
    private static ReportSpan Span(LineageText text, int first, int end) =>
        ReportSpan.Of(text.Id, text.Body, end > first ? text.SpanOf(first, end) : text.SpanOf(Math.Max(0, first - 1), Math.Max(1, first)));
}
