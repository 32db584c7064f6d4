using System.Runtime.CompilerServices;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Store;

internal abstract partial class SqlStore
{
    /// <summary>Rows read at once.</summary>
    private const int Page = 200;

    public async IAsyncEnumerable<StoreFault> VerifyAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (StoreFault fault in VerifyFileAsync(cancellation))
            yield return fault;

        long after = 0;
        for (bool more = true; more;)
        {
            List<(long Seq, StoreFault? Fault)> page = await ReadAsync(s => s.ListAsync(
                "SELECT seq, id, digest, form, annotation FROM reports WHERE seq > @after ORDER BY seq LIMIT @limit",
                r => (r.GetInt64(0), ReportFault(r.GetString(1), r.GetString(2), r.GetFieldValue<byte[]>(3), r.GetFieldValue<byte[]>(4))),
                cancellation, ("after", after), ("limit", Page)), cancellation);
            foreach ((long seq, StoreFault? fault) in page)
            {
                after = seq;
                if (fault is not null)
                    yield return fault;
            }

            more = page.Count == Page;
        }

        string last = "";
        for (bool more = true; more;)
        {
            List<(string Digest, StoreFault? Fault)> page = await ReadAsync(s => s.ListAsync(
                "SELECT digest, length, packed FROM blobs WHERE digest > @after ORDER BY digest LIMIT @limit",
                r => (r.GetString(0), BlobFault(r.GetString(0), r.GetInt64(1), r.GetFieldValue<byte[]>(2))), cancellation, ("after", last), ("limit", Page)), cancellation);
            foreach ((string digest, StoreFault? fault) in page)
            {
                last = digest;
                if (fault is not null)
                    yield return fault;
            }

            more = page.Count == Page;
        }

        foreach (StoreFault fault in await ReadAsync(s => TiesAsync(s, cancellation), cancellation))
            yield return fault;
        last = "";
        for (bool more = true; more;)
        {
            List<(string Id, StoreFault? Fault)> page = await ReadAsync(s => s.ListAsync(
                "SELECT id, picture FROM stories WHERE id > @after ORDER BY id LIMIT @limit",
                r => (r.GetString(0), r.IsDBNull(1) ? null : PictureFault(r.GetString(0), r.GetFieldValue<byte[]>(1))), cancellation, ("after", last), ("limit", Page)), cancellation);
            foreach ((string id, StoreFault? fault) in page)
            {
                last = id;
                if (fault is not null)
                    yield return fault;
            }

            more = page.Count == Page;
        }
    }

    private static StoreFault? ReportFault(string id, string digest, byte[] form, byte[] annotation)
    {
        try
        {
            Report report = ReportForm.Read(form);
            if (report.Id != id)
                return new StoreFault(id, $"its content is that of {report.Id}");
            if (ReportForm.Digest(report) is var now && now != digest)
                return new StoreFault(id, $"its content has changed: {digest} was kept, {now} is there");
            AnnotationForm.Read(annotation, report.Body);
            return null;
        }
        catch (InvalidDataException e)
        {
            return new StoreFault(id, e.Message);
        }
    }

    private static StoreFault? BlobFault(string digest, long length, byte[] packed)
    {
        try
        {
            byte[] bytes = Packing.Unpack(packed);
            return bytes.LongLength != length ? new StoreFault(digest, $"{length} bytes were received, {bytes.LongLength} are there")
                : ReportForm.DigestOf(bytes) != digest ? new StoreFault(digest, "the bytes have changed")
                : null;
        }
        catch (InvalidDataException e)
        {
            return new StoreFault(digest, e.Message);
        }
    }

    private static StoreFault? PictureFault(string id, byte[] picture)
    {
        try
        {
            Story story = PictureForm.Read(picture);
            return story.Id == id ? null : new StoreFault(id, $"its picture is that of {story.Id}");
        }
        catch (InvalidDataException e)
        {
            return new StoreFault(id, e.Message);
        }
    }

    /// <summary>What points at what is not there, and counts that do not count.</summary>
    private static async Task<List<StoreFault>> TiesAsync(SqlSession session, CancellationToken cancellation)
    {
        List<StoreFault> faults = [];
        await Check("SELECT id FROM reports WHERE NOT EXISTS (SELECT 1 FROM stories s WHERE s.id = reports.story)", "is in a story that is not there");
        await Check("SELECT id FROM stories WHERE reports <> (SELECT count(*) FROM reports r WHERE r.story = stories.id)", "has another number of reports than it counts");
        await Check("SELECT report FROM receipts WHERE NOT EXISTS (SELECT 1 FROM blobs b WHERE b.digest = receipts.digest)", "has a receipt for bytes that are not there");
        await Check("SELECT report FROM receipts WHERE NOT EXISTS (SELECT 1 FROM reports r WHERE r.id = receipts.report)", "has a receipt, and is not there");
        await Check("SELECT id FROM revisions WHERE NOT EXISTS (SELECT 1 FROM reports r WHERE r.id = revisions.current)", "is an earlier version of a report that is not there");
        await Check("SELECT id FROM reports WHERE EXISTS (SELECT 1 FROM tombstones t WHERE t.kind = 'report' AND t.key = reports.id)", "was forgotten, and is there");
        await Check("SELECT DISTINCT report FROM utterances WHERE NOT EXISTS (SELECT 1 FROM stories s WHERE s.id = utterances.story AND s.picture IS NOT NULL)", "has words in the records of a story without a picture");
        await Check("SELECT DISTINCT story FROM records WHERE NOT EXISTS (SELECT 1 FROM stories s WHERE s.id = records.story AND s.picture IS NOT NULL)", "has claims in the records, and no picture");
        return faults;

        async Task Check(string sql, string fault) =>
            faults.AddRange(await session.ListAsync(sql, r => new StoreFault(r.GetString(0), fault), cancellation));
    }
}
