using System.Text.Json;
using Stemma.Weighing;

namespace Stemma.Store;

/// <summary>A story's picture as bytes: its JSON, packed.</summary>
internal static class PictureForm
{
    public static byte[] Write(Story story) => Packing.Pack(JsonSerializer.SerializeToUtf8Bytes(story, FormContext.Compact.Story));

    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    public static Story Read(byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(Packing.Unpack(bytes), FormContext.Compact.Story) ?? throw new InvalidDataException("A stored picture is empty.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("A stored picture is damaged: " + e.Message, e);
        }
    }
}
