using Stemma.Intake.Archives;

namespace Stemma.Intake.Files;

/// <summary>One file or address that the paths of a call lead to.</summary>
/// <param name="Input">Its name as given, or below the folder as given.</param>
/// <param name="Path">Null: standard input, an <see cref="Address"/>, or there is a <paramref name="Problem"/>.</param>
/// <param name="Problem">Why there is nothing to read, or null.</param>
internal sealed record InputFile(string Input, string? Path, string? Problem = null)
{
    public Uri? Address { get; init; }

    /// <summary>Where reading goes on in an archive; null: at its beginning.</summary>
    public ArchiveOffset? Start { get; init; }
}
