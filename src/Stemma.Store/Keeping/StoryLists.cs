using System.Collections.Immutable;
using Stemma.Annotations;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Store;

/// <summary>A story in a list.</summary>
/// <param name="Title">Of its picture; the headline of its first report until it has been weighed.</param>
/// <param name="Latest">When its latest report was published, or came where that is unknown, UTC.</param>
/// <param name="IsStale">Whether it has grown, or been corrected, since its picture was made.</param>
public sealed record StorySummary(string Id, string Title, DateOnly? From, DateOnly? To, int Reports, DateTimeOffset Latest, bool IsStale)
{
    /// <summary>Where the next page goes on, if this is the last of one.</summary>
    public required long Mark { get; init; }
}

/// <summary>Which stories to list, latest arrival first.</summary>
public sealed record StoryQuery
{
    public int MinReports { get; init; } = 1;

    /// <summary>Only those whose latest report is not older.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Only these, by id; null asks for none in particular. At most 1,000.</summary>
    public ImmutableArray<string>? Ids { get; init; }

    /// <summary><see cref="StorySummary.Mark"/> of the last of the page before.</summary>
    public long? Before { get; init; }

    /// <summary>1 to 1,000.</summary>
    public int Limit { get; init; } = 50;
}

/// <summary>Which state of a story stands.</summary>
/// <param name="Version">Rises whenever the story grows or is corrected.</param>
/// <param name="IsStale">Whether its picture is of an earlier version.</param>
public sealed record StoryVersion(string Id, long Version, bool IsStale);

/// <summary>All that is needed to weigh a story.</summary>
/// <param name="Version">Rises whenever the story changes.</param>
public sealed record StoryMembers(string Id, long Version, ImmutableArray<StoryMember> Members);

/// <param name="Annotation">Null where it has to be drawn anew.</param>
/// <param name="Stages">Versions that made report and annotation.</param>
public sealed record StoryMember(Report Report, Annotation? Annotation, string Stages);

/// <summary>A story's picture as it was weighed.</summary>
/// <param name="IsStale">Whether the story has changed since.</param>
public sealed record StoredPicture(Story Story, string Stages, bool IsStale);
