namespace Stemma.Intake.Evidence;

/// <summary>Keeps what was received, byte by byte, so that a stranger can check later what was read.</summary>
/// <remarks>Bytes are kept once, however often they came; every receipt is kept. Safe to call from many threads at once.</remarks>
public interface IEvidenceStore
{
    /// <summary>Keeps bytes with the receipt that names them. When it returns they are kept.</summary>
    /// <exception cref="ArgumentException">The receipt's digest or length is not that of the bytes.</exception>
    /// <exception cref="IOException">They could not be kept.</exception>
    void Keep(Receipt receipt, ReadOnlyMemory<byte> bytes);

    /// <summary>The bytes of a digest, not checked again; null where there are none.</summary>
    Stream? Open(string digest);

    /// <summary>All receipts, oldest first.</summary>
    IEnumerable<Receipt> Receipts();

    /// <summary>Reads all that is kept and tells what does not fit: one line for each fault, none where all is well.</summary>
    IEnumerable<string> Verify(CancellationToken cancellation);
}
