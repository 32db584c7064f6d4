using Stemma.Intake.Conllu;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Intake;

/// <summary>One thing that intake met on its way through the inputs; exactly one of the five is not null.</summary>
public sealed record IntakeItem
{
    public RawReport? Report { get; init; }

    /// <summary>A treebank file: words and sentences that are settled already, so no report to clean.</summary>
    public ConlluDocument? Conllu { get; init; }

    public Rejection? Rejected { get; init; }

    /// <summary>What <see cref="Report"/> was read from: the line of a JSON Lines file, else the whole file, unpacked and in UTF-8 where it was UTF-16. Valid until the
    /// callback returns: the reader uses the memory again.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>A file of addresses; none of them was fetched.</summary>
    public LinkList? Links { get; init; }

    public Remark? Remark { get; init; }

    /// <summary>Whether <see cref="Report"/> is a version of a wire item that others may replace; settled before items leave the reader.</summary>
    internal bool IsVersion { get; init; }

    /// <summary>Of a record of an archive: the input that goes on right behind it, <c>path#OFFSET</c>. Null: there is nothing to go on with but the next input.</summary>
    public string? Next { get; init; }
}
