using Stemma.Intake.Archives;
using Stemma.Intake.Carriers;
using Stemma.Intake.Evidence;

namespace Stemma.Intake.Web;

/// <summary>Addresses as inputs of a call: fetched, kept as evidence where that is asked for, and handed to the readers.</summary>
/// <param name="fetcher">Not disposed of here.</param>
/// <param name="evidence">Null: nothing is kept, only its digest told.</param>
public sealed class WebInputs(WebFetcher fetcher, IEvidenceStore? evidence = null)
{
    /// <exception cref="InputRejectedException">It could not be fetched.</exception>
    internal (Stream Bytes, Carrier Carrier) Open(Uri address, CancellationToken cancellation)
    {
        try
        {
            // Readers are not async: an input is waited for on the thread that reads inputs.
            WebAnswer answer = fetcher.FetchAsync(address, null, cancellation).GetAwaiter().GetResult();
            string digest = answer.Digest;
            evidence?.Keep(ReceiptOf(address, answer, digest), answer.Body);
            ReadOnlyMemory<byte> content = answer.Content(IntakeLimits.MaxReportBytes);
            return (new MemoryStream(content.ToArray(), writable: false), new Carrier
            {
                Url = answer.Address.AbsoluteUri,
                Charset = MediaType.Parse(answer.ContentType).Charset,
                Received = answer.Received,
                Evidence = digest,
            });
        }
        catch (FetchFailedException e)
        {
            throw new InputRejectedException("could not be fetched: " + e.Message);
        }
    }

    private static Receipt ReceiptOf(Uri asked, WebAnswer answer, string digest) => new()
    {
        Digest = digest,
        Length = answer.Body.Length,
        Asked = asked.AbsoluteUri,
        Url = answer.Address.AbsoluteUri,
        Received = answer.Received,
        ContentType = answer.ContentType,
        ContentEncoding = answer.ContentEncoding,
        ETag = answer.Validators?.ETag,
        LastModified = answer.Validators?.LastModified,
    };
}
