using System.Text;
using Stemma.Intake.Packing;

namespace Stemma.Intake.Files;

/// <summary>A stream that is being transcoded, whose broken characters are a rejection instead of a crash.</summary>
internal sealed class StrictStream(Stream transcoding) : ReadOnlyStream
{
    /// <exception cref="InputRejectedException">The text is broken.</exception>
    public override int Read(Span<byte> buffer)
    {
        try
        {
            return transcoding.Read(buffer);
        }
        catch (DecoderFallbackException)
        {
            throw new InputRejectedException("broken UTF-16");
        }
    }
}
