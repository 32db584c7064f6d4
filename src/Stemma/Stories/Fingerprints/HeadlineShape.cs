using System.Collections.Immutable;

namespace Stemma.Stories;

/// <summary>What parts two headlines that are the same template, filled differently.</summary>
internal enum HeadlineClash
{
    None,
    Name,
    Day,
    Instance,
}

/// <summary>A headline cut into words, to see that "Marsh wins Ohio" and "Marsh wins Iowa" are one template and two events.</summary>
/// <remarks>
/// Sees one slot a headline. A number alone is no clash: "Toll rises to 15" and "Toll rises to 24" tell one story; only a number that counts instances
/// ("Day 12", "Round 3") is.
/// </remarks>
internal sealed record HeadlineShape(ImmutableArray<Word> Words)
{
    /// <summary>Longest slot, in words.</summary>
    private const int MaxSlot = 3;

    public static HeadlineShape Of(string? headline) => new([.. WordScanner.Scan(headline ?? "").Take(40)]);

    public HeadlineClash ClashWith(HeadlineShape other, Func<string, bool> knownThere, Func<string, bool> knownHere)
    {
        ReadOnlySpan<Word> a = Words.AsSpan(), b = other.Words.AsSpan();
        int head = 0;
        while (head < a.Length && head < b.Length && a[head].Folded == b[head].Folded)
            head++;
        int tail = 0;
        while (tail < a.Length - head && tail < b.Length - head && a[^(tail + 1)].Folded == b[^(tail + 1)].Folded)
            tail++;
        ReadOnlySpan<Word> here = a[head..(a.Length - tail)], there = b[head..(b.Length - tail)];
        if (here.Length is 0 or > MaxSlot || there.Length is 0 or > MaxSlot || !IsTemplate(a[..head], a[(a.Length - tail)..], here.Length))
            return HeadlineClash.None;
        if (IsDay(here) && IsDay(there))
            return HeadlineClash.Day;
        if (here[0].Shape == WordShape.Number && there[0].Shape == WordShape.Number)
            return head > 0 && CountsInstances(a[head - 1].Folded) ? HeadlineClash.Instance : HeadlineClash.None;
        return IsName(here) && IsName(there) && !knownThere(here[0].Folded) && !knownHere(there[0].Folded) ? HeadlineClash.Name : HeadlineClash.None;
    }

    /// <summary>At least two telling words and twice as many words as the slot are the same.</summary>
    private static bool IsTemplate(ReadOnlySpan<Word> head, ReadOnlySpan<Word> tail, int slot) =>
        head.Length + tail.Length >= 2 * slot && Telling(head) + Telling(tail) >= 2;

    private static int Telling(ReadOnlySpan<Word> words)
    {
        int telling = 0;
        foreach (Word word in words)
        {
            if (word.Shape != WordShape.Number && !BackgroundFrequencies.IsStopWord(word.Folded))
                telling++;
        }

        return telling;
    }

    private static bool IsName(ReadOnlySpan<Word> words)
    {
        foreach (Word word in words)
        {
            if (word.Shape != WordShape.Capitalised || BackgroundFrequencies.IsStopWord(word.Folded))
                return false;
        }

        return true;
    }

    private static bool IsDay(ReadOnlySpan<Word> words)
    {
        foreach (Word word in words)
        {
            if (word.Folded is "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday"
                or "january" or "february" or "march" or "april" or "may" or "june" or "july" or "august" or "september" or "october" or "november" or "december")
                return true;
        }

        return false;
    }

    private static bool CountsInstances(string word) =>
        word is "day" or "week" or "round" or "game" or "match" or "stage" or "race" or "heat" or "episode" or "part" or "chapter" or "season" or "matchday" or "draw";
}
