using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Stemma.Intake.Evidence;

/// <summary>Evidence in a folder: <c>objects/ab/cdef...</c> holds bytes under their digest, <c>receipts.jsonl</c> a receipt a line.</summary>
/// <remarks>
/// Plain files, so that a stranger needs no program of ours: <c>sha256sum</c> names them again. Bytes are written beside and then renamed, so that a file is whole or not there; a
/// receipt is written after its bytes. Several processes may write to one folder.
/// </remarks>
public sealed class FolderEvidenceStore : IEvidenceStore
{
    private static readonly EvidenceContext Json = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private readonly string objects;
    private readonly string log;
    private readonly Lock writing = new();

    /// <param name="folder">Made if it is not there.</param>
    /// <exception cref="IOException">It cannot be made.</exception>
    public FolderEvidenceStore(string folder)
    {
        objects = Path.Combine(folder, "objects");
        log = Path.Combine(folder, "receipts.jsonl");
        Directory.CreateDirectory(objects);
    }

    public void Keep(Receipt receipt, ReadOnlyMemory<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        if (receipt.Length != bytes.Length || receipt.Digest != Digests.Of(bytes.Span))
            throw new ArgumentException("The receipt is not one of these bytes.", nameof(receipt));
        string path = PathOf(receipt.Digest);
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            string beside = path + "." + Guid.NewGuid().ToString("N");
            try
            {
                using (FileStream file = new(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None))
                {
                    file.Write(bytes.Span);
                    file.Flush(flushToDisk: true);
                }

                File.Move(beside, path, overwrite: true); // the same bytes, whoever was first
            }
            catch
            {
                File.Delete(beside);
                throw;
            }
        }

        byte[] line = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(receipt, Json.Receipt) + "\n");
        lock (writing)
        {
            // One write of one line at the end of the file, so that lines of several processes do not mix.
            using FileStream receipts = new(log, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            receipts.Write(line);
        }
    }

    public Stream? Open(string digest)
    {
        string path = PathOf(digest);
        return File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read) : null;
    }

    public IEnumerable<Receipt> Receipts()
    {
        foreach ((Receipt? receipt, _) in Lines())
        {
            if (receipt is not null)
                yield return receipt;
        }
    }

    public IEnumerable<string> Verify(CancellationToken cancellation)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach ((Receipt? receipt, int number) in Lines())
        {
            cancellation.ThrowIfCancellationRequested();
            if (receipt is null || !Digests.IsDigest(receipt.Digest))
            {
                yield return $"receipts.jsonl, line {number}: no receipt";
                continue;
            }

            if (!seen.Add(receipt.Digest))
                continue;
            using Stream? bytes = Open(receipt.Digest);
            if (bytes is null)
                yield return $"{receipt.Digest} ({receipt.Url}): its bytes are missing";
            else if (bytes.Length != receipt.Length)
                yield return $"{receipt.Digest} ({receipt.Url}): {receipt.Length} bytes were received, {bytes.Length} are there";
            else if (Digests.Of(bytes) is var digest && digest != receipt.Digest)
                yield return $"{receipt.Digest} ({receipt.Url}): the bytes have changed";
        }
    }

    private IEnumerable<(Receipt? Receipt, int Line)> Lines()
    {
        if (!File.Exists(log))
            yield break;
        int number = 0;
        using StreamReader reader = new(new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        while (reader.ReadLine() is { } line)
            yield return (Parse(line), ++number);
    }

    private static Receipt? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, Json.Receipt);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string PathOf(string digest)
    {
        if (!Digests.IsDigest(digest))
            throw new ArgumentException("Not the digest of any bytes.", nameof(digest));
        string hex = digest["sha256:".Length..];
        return Path.Combine(objects, hex[..2], hex[2..]);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Receipt))]
internal sealed partial class EvidenceContext : JsonSerializerContext;
