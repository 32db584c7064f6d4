using Stemma.Intake.Evidence;

namespace Stemma.Intake.Tests.Evidence;

/// <summary>What every store of evidence keeps to; a store is given by the class that inherits.</summary>
public abstract class EvidenceStoreContract
{
    protected abstract IEvidenceStore Store { get; }

    protected static Receipt ReceiptOf(byte[] bytes, string url = "https://coast.example/1") => new()
    {
        Digest = Digests.Of(bytes),
        Length = bytes.Length,
        Asked = url,
        Url = url,
        Received = new DateTimeOffset(2026, 3, 10, 9, 30, 0, TimeSpan.Zero),
        ContentType = "text/html",
        ContentEncoding = null,
        ETag = "\"v1\"",
        LastModified = null,
    };

    [Fact]
    public void Bytes_are_found_again_by_their_digest_and_every_receipt_is_kept()
    {
        byte[] bytes = [1, 2, 3];
        Store.Keep(ReceiptOf(bytes), bytes);
        Store.Keep(ReceiptOf(bytes, "https://hill.example/2"), bytes);
        Store.Keep(ReceiptOf([]), ReadOnlyMemory<byte>.Empty);
        Assert.Equal([ReceiptOf(bytes), ReceiptOf(bytes, "https://hill.example/2"), ReceiptOf([])], Store.Receipts());
        using MemoryStream read = new();
        using (Stream kept = Store.Open(Digests.Of(bytes))!)
            kept.CopyTo(read);
        Assert.Equal(bytes, read.ToArray());
        Assert.Empty(Store.Verify(default));
    }

    [Fact]
    public void A_receipt_for_other_bytes_is_refused_and_unknown_digests_are_not_there()
    {
        Assert.Throws<ArgumentException>(() => Store.Keep(ReceiptOf([1]), new byte[] { 2 }));
        Assert.Null(Store.Open(Digests.Of([9])));
        Assert.Throws<ArgumentException>(() => Store.Open("sha256:../../../etc/passwd"));
        Assert.Empty(Store.Receipts());
    }

    [Fact]
    public void Many_threads_keep_at_once()
    {
        Parallel.For(0, 64, i =>
        {
            byte[] bytes = [(byte)(i % 8)];
            Store.Keep(ReceiptOf(bytes, $"https://coast.example/{i}"), bytes);
        });
        Assert.Equal(64, Store.Receipts().Count());
        Assert.Empty(Store.Verify(default));
    }
}

public sealed class FolderEvidenceStoreTests : EvidenceStoreContract, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly FolderEvidenceStore store;

    public FolderEvidenceStoreTests() => store = new FolderEvidenceStore(folder.At("evidence"));

    protected override IEvidenceStore Store => store;

    [Fact]
    public void Changed_missing_and_cut_bytes_and_broken_receipts_are_found()
    {
        foreach (byte i in (byte[])[1, 2, 3, 4])
            store.Keep(ReceiptOf([i, i], $"https://coast.example/{i}"), new[] { i, i });
        File.WriteAllBytes(PathOf(1), [1, 9]);
        File.Delete(PathOf(2));
        File.WriteAllBytes(PathOf(3), [3]);
        File.AppendAllText(folder.At("evidence/receipts.jsonl"), "{broken\n");
        string[] faults = [.. store.Verify(default)];
        Assert.Equal(4, faults.Length);
        Assert.EndsWith("the bytes have changed", faults[0], StringComparison.Ordinal);
        Assert.EndsWith("its bytes are missing", faults[1], StringComparison.Ordinal);
        Assert.EndsWith("2 bytes were received, 1 are there", faults[2], StringComparison.Ordinal);
        Assert.Equal("receipts.jsonl, line 5: no receipt", faults[3]);

        string PathOf(byte i) => folder.At("evidence/objects/" + Digests.Of([i, i])["sha256:".Length..].Insert(2, "/"));
    }

    public void Dispose() => folder.Dispose();
}
