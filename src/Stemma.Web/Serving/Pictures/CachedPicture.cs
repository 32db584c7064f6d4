using System.Text;
using Stemma.Weighing;

namespace Stemma.Web.Serving;

/// <summary>A story's picture as it stands, ready to be shown.</summary>
/// <param name="Story">With the id under which it goes by now, which may be another than was asked for.</param>
/// <param name="Tag">The same as long as the picture is: for an ETag, without quotation marks.</param>
internal sealed record CachedPicture(Story Story, string Tag)
{
    private byte[]? json;

    /// <summary>The picture as <c>stemma show --format json</c> prints it, in UTF-8; written once.</summary>
    public byte[] Json => json ??= Encoding.UTF8.GetBytes(PictureJson.Write(new Picture(Picture.FormVersion, [Story], [])));

    /// <summary>About how much memory it takes, in bytes: the objects, and its JSON, which is some six times as long as what the reports say.</summary>
    internal long Size { get; } = 4_096 + (Story.Reports.Sum(r => (long)r.Body.Length) * 16) + (Story.Assertions.Length * 1_500L);
}
