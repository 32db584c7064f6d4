namespace Stemma.Attributions;

/// <summary>Who a source is, resolved within the report.</summary>
/// <param name="Speaker">Null where nobody can be told.</param>
/// <param name="HeadWord">The noun it turns on, in small letters ("official"), for "the official" later on; null for a name.</param>
internal sealed record SourceProfile(string? Speaker, SourceKind Kind, bool Anonymous, string? Body, string? Role, string? HeadWord)
{
    public int? Count { get; init; }

    public string? Access { get; init; }

    public string? AnonymityReason { get; init; }

    public bool? Female { get; init; }

    public bool IsPlural { get; init; }
}
