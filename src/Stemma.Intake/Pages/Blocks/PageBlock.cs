namespace Stemma.Intake.Pages;

/// <summary>A paragraph, list item, heading or label of a page: a run of text that no block element parts.</summary>
internal sealed class PageBlock
{
    /// <summary>White space collapsed, never empty.</summary>
    public required string Text { get; init; }

    /// <summary>The block element that it stands in.</summary>
    public required int Holder { get; init; }

    /// <summary>The first piece of its text.</summary>
    public required int First { get; init; }

    /// <summary>Characters of it in links.</summary>
    public int Linked { get; init; }

    public int Links => Anchors.Count;

    /// <summary>Its links, in order: where each stands in <see cref="Text"/>, and where it leads, as the page has it.</summary>
    public required IReadOnlyList<(int Start, int Length, string? Address)> Anchors { get; init; }

    /// <summary>Characters of it in bold or italics.</summary>
    public int Stressed { get; init; }

    /// <summary>Whether a picture or a player stands between it and the block before.</summary>
    public bool AfterPicture { get; init; }

    /// <summary>Whether its first words are a link.</summary>
    public bool StartsLinked { get; init; }

    public int Words { get; init; }

    public double LinkShare => Math.Min(1, (double)Linked / Math.Max(1, Text.Length));

    /// <summary>Signs of Chinese, Japanese or Korean say about as much as three letters each.</summary>
    public int Weight { get; init; }

    /// <summary>Whether it breaks off in the middle, as teasers do.</summary>
    public bool BreaksOff => Text.EndsWith("...", StringComparison.Ordinal) || Text[^1] == '…' || Text.EndsWith("[…]", StringComparison.Ordinal) || Text.EndsWith("...]", StringComparison.Ordinal);

    /// <summary>Running text, as against a label or a teaser: votes for where the article stands.</summary>
    public bool IsParagraph => Weight >= 60 && LinkShare < 0.5 && !BreaksOff;
}
