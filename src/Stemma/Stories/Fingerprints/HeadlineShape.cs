using System.Collections.Immutable;
using Stemma.Text;

namespace Stemma.Stories;

/// <summary>What parts two headlines that are the same template, filled differently.</summary>
internal enum HeadlineClash
{
    None,
    Name,
    Day,
    Instance,
}

/// <summary>What a word of a headline can do in a template.</summary>
[Flags]
internal enum HeadlineRole : byte
{
    None = 0,
    Number = 1,
    Capitalised = 2,
    StopWord = 4,
    Day = 8,

    /// <summary>A number after it counts instances: "Day 12", "Round 3".</summary>
    CountsInstances = 16,
}

/// <summary>A word of a headline.</summary>
/// <param name="Id">Hash of its folded form, as <see cref="CountedTerm.Id"/> of a name.</param>
internal readonly record struct HeadlineWord(ulong Id, HeadlineRole Role)
{
    public bool Is(HeadlineRole role) => (Role & role) != 0;
}

/// <summary>A headline cut into words, to see that "Marsh wins Ohio" and "Marsh wins Iowa" are one template and two events.</summary>
/// <remarks>
/// Sees one slot a headline. A number alone is no clash: "Toll rises to 15" and "Toll rises to 24" tell one story; only a number that counts instances
/// ("Day 12", "Round 3") is.
/// </remarks>
internal sealed class HeadlineShape(ImmutableArray<HeadlineWord> words)
{
    /// <summary>Longest slot, in words.</summary>
    private const int MaxSlot = 3;

    private const int MaxWords = 40;

    public ImmutableArray<HeadlineWord> Words { get; } = words;

    public static HeadlineShape Of(string? headline) =>
        new([.. WordScanner.Scan(headline ?? "").Take(MaxWords).Select(w => new HeadlineWord(StableHash.Of(w.Folded), RoleOf(w)))]);

    public HeadlineClash ClashWith(HeadlineShape other, Fingerprint here, Fingerprint there)
    {
        ReadOnlySpan<HeadlineWord> a = Words.AsSpan(), b = other.Words.AsSpan();
        int head = 0;
        while (head < a.Length && head < b.Length && a[head].Id == b[head].Id)
            head++;
        int tail = 0;
        while (tail < a.Length - head && tail < b.Length - head && a[^(tail + 1)].Id == b[^(tail + 1)].Id)
            tail++;
        ReadOnlySpan<HeadlineWord> slot = a[head..(a.Length - tail)], otherSlot = b[head..(b.Length - tail)];
        if (slot.Length is 0 or > MaxSlot || otherSlot.Length is 0 or > MaxSlot || !IsTemplate(a[..head], a[(a.Length - tail)..], slot.Length))
            return HeadlineClash.None;
        if (IsDay(slot) && IsDay(otherSlot))
            return HeadlineClash.Day;
        if (slot[0].Is(HeadlineRole.Number) && otherSlot[0].Is(HeadlineRole.Number))
            return head > 0 && a[head - 1].Is(HeadlineRole.CountsInstances) ? HeadlineClash.Instance : HeadlineClash.None;
        return IsName(slot) && IsName(otherSlot) && !there.Has(slot[0].Id) && !here.Has(otherSlot[0].Id) ? HeadlineClash.Name : HeadlineClash.None;
    }

    /// <summary>At least two telling words and twice as many words as the slot are the same.</summary>
    private static bool IsTemplate(ReadOnlySpan<HeadlineWord> head, ReadOnlySpan<HeadlineWord> tail, int slot) =>
        head.Length + tail.Length >= 2 * slot && Telling(head) + Telling(tail) >= 2;

    private static int Telling(ReadOnlySpan<HeadlineWord> words)
    {
        int telling = 0;
        foreach (HeadlineWord word in words)
        {
            if (!word.Is(HeadlineRole.Number | HeadlineRole.StopWord))
                telling++;
        }

        return telling;
    }

    private static bool IsName(ReadOnlySpan<HeadlineWord> words)
    {
        foreach (HeadlineWord word in words)
        {
            if (!word.Is(HeadlineRole.Capitalised) || word.Is(HeadlineRole.StopWord))
                return false;
        }

        return true;
    }

    private static bool IsDay(ReadOnlySpan<HeadlineWord> words)
    {
        foreach (HeadlineWord word in words)
        {
            if (word.Is(HeadlineRole.Day))
                return true;
        }

        return false;
    }

    private static HeadlineRole RoleOf(Word word)
    {
        HeadlineRole role = word.Shape switch
        {
            WordShape.Number => HeadlineRole.Number,
            WordShape.Capitalised => HeadlineRole.Capitalised,
            _ => HeadlineRole.None,
        };
        if (BackgroundFrequencies.IsStopWord(word.Folded))
            role |= HeadlineRole.StopWord;
        return word.Folded switch
        {
            "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday"
                or "january" or "february" or "march" or "april" or "may" or "june" or "july" or "august" or "september" or "october" or "november" or "december" => role | HeadlineRole.Day,
            "day" or "week" or "round" or "game" or "match" or "stage" or "race" or "heat" or "episode" or "part" or "chapter" or "season" or "matchday" or "draw" => role | HeadlineRole.CountsInstances,
            _ => role,
        };
    }
}
