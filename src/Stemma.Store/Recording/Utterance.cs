using System.Collections.Immutable;
using Stemma.Attributions;
using Stemma.Reports;
using Stemma.Text;

namespace Stemma.Store;

/// <summary>One statement or quotation of a named source, as a report has it.</summary>
/// <param name="Id">Of the assertion; of the quotation where no assertion has it.</param>
/// <param name="Claim">Id in the story; null for a bare quotation.</param>
/// <param name="Stance">What the innermost source does with the words; null for a bare quotation.</param>
/// <param name="Certainty">Null for a bare quotation.</param>
/// <param name="IsNegative">Whether it is stated that it is not so.</param>
/// <param name="IsOwn">Whether the name is the innermost of the chain: whose word it is. False for one that only passes it on.</param>
/// <param name="IsQuoted">Whether words of it stand between quotation marks.</param>
/// <param name="At">Where the words stand in the report's body.</param>
/// <param name="Words">At most <see cref="PictureRows.MaxWords"/> characters.</param>
public sealed record Utterance(
    string Name, string Kind, string Id, string Story, string? Claim, string Report, string? Outlet, ReportTime? Published,
    Stance? Stance, Certainty? Certainty, bool IsNegative, bool IsOwn, bool IsQuoted, TextSpan At, string Words)
{
    /// <summary>Where the next page goes on, if this is the last of one.</summary>
    public required string Mark { get; init; }
}

/// <summary>Whose statements to list.</summary>
/// <param name="Kind">"person", "organisation", ...; null: any.</param>
public sealed record UtteranceQuery(string? Kind, string Name)
{
    /// <summary>Only with this stance.</summary>
    public Stance? Stance { get; init; }

    /// <summary><see cref="Utterance.Mark"/> of the last of the page before.</summary>
    public string? Before { get; init; }

    /// <summary>1 to 1,000.</summary>
    public int Limit { get; init; } = 100;
}

/// <summary>How much somebody said.</summary>
/// <param name="Name">As most pictures have it.</param>
/// <param name="Months">Statements by month of publication (its first day), oldest first; months without any are left out.</param>
/// <param name="First">When the earliest was published; null where no report is dated.</param>
public sealed record UtteranceCounts(
    string Name, int Utterances, int Quoted, int Stories, int Reports, int Outlets, DateTimeOffset? First, DateTimeOffset? Last,
    ImmutableArray<(Stance Stance, int Count)> Stances, ImmutableArray<(DateOnly Month, int Count)> Months);
