using Stemma.Weighing;

namespace Stemma.Store;

/// <summary>The rows of one picture, ready to be written.</summary>
internal sealed record RowSet(
    IReadOnlyList<PictureRows.UtteranceRow> Utterances, IReadOnlyList<PictureRows.RecordRow> Records, IReadOnlyList<PictureRows.RestRow> Rests)
{
    /// <returns>None for a story that a person said is no story.</returns>
    public static RowSet Of(Story story) => story.IsRejected
        ? new RowSet([], [], [])
        : new RowSet([.. PictureRows.Utterances(story)], [.. PictureRows.Records(story)], [.. PictureRows.Rests(story)]);
}
