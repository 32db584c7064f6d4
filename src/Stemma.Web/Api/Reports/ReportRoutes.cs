using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Stemma.Reports;
using Stemma.Store;
using Stemma.Web.Serving;

namespace Stemma.Web.Api;

/// <summary>Reports: found, read, and as they came.</summary>
internal static class ReportRoutes
{
    public static IEnumerable<ApiRoute> All { get; } =
    [
        new()
        {
            Path = "/api/v1/reports",
            Name = "searchReports",
            Tag = "reports",
            Summary = "Reports, latest arrival first.",
            Parameters = [.. ReportFilter.Parameters, ApiParameter.Text("story", "Id of the story they are in."), ApiParameter.Limit, ApiParameter.Cursor],
            Answers = [("application/json", nameof(ReportPage))],
            Serve = SearchAsync,
        },
        new()
        {
            Path = "/api/v1/reports/{id}",
            Name = "getReport",
            Tag = "reports",
            Summary = "A report, with its earlier versions and when it came from where.",
            Answers = [("application/json", nameof(ReportView))],
            Problems = [Problem.NotFound],
            Serve = async call =>
            {
                StoredReport stored = await FindAsync(call);
                ImmutableArray<StoredReport> revisions = await call.Store.RevisionsAsync(stored.Report.Id, call.Cancellation);
                ImmutableArray<Receipt> receipts = await call.Store.ReceiptsAsync(stored.Report.Id, call.Cancellation);
                await call.JsonAsync(new ReportView(
                    stored.Report, stored.Digest, stored.Revision, stored.Story, stored.Arrived,
                    [.. revisions.Select(r => new ReportVersion(r.Revision, r.Digest, r.Arrived, r.Report))],
                    [.. receipts.Select(r => new ReceiptView(r.Digest, r.Input, r.Received))]));
            },
        },
        new()
        {
            Path = "/api/v1/reports/{id}/bytes",
            Name = "getReportBytes",
            Tag = "reports",
            Summary = "The bytes a report was read from, as they came.",
            Details = "Always a file to save, never a page: what it holds is a stranger's.",
            Parameters = [ApiParameter.Text("digest", "Which of its receipts; the latest unless given.", "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")],
            Answers = [("application/octet-stream", "Bytes")],
            Problems = [Problem.NotFound],
            Serve = BytesAsync,
        },
    ];

    private static async Task SearchAsync(ApiCall call)
    {
        ReportQuery query = (ReportFilter.Read(call) ?? new ReportQuery()) with { Limit = call.Limit, Before = call.NumberCursor() };
        if (call.Text("story") is { } story)
            query = query with { Story = await call.Store.ResolveStoryAsync(story, call.Cancellation) ?? story };
        ImmutableArray<ReportHit> hits = await call.Store.SearchAsync(query, call.Cancellation);
        string? next = hits.Length < query.Limit ? null : hits[^1].Mark.ToString(CultureInfo.InvariantCulture);
        await call.JsonAsync(new ReportPage([.. hits.Select(ReportLine.Of)], call.Next(next)));
    }

    private static async Task<StoredReport> FindAsync(ApiCall call) =>
        await call.Store.ReportAsync(call.Part("id"), call.Cancellation) ?? throw new ProblemException(Problem.NotFound, "There is no report of that id.");

    private static async Task BytesAsync(ApiCall call)
    {
        StoredReport stored = await FindAsync(call);
        ImmutableArray<Receipt> receipts = await call.Store.ReceiptsAsync(stored.Report.Id, call.Cancellation);
        string? wanted = call.Text("digest");

        // Only what this report was read from: a digest alone opens nothing.
        Receipt receipt = receipts.LastOrDefault(r => wanted is null || r.Digest == wanted) ?? throw new ProblemException(Problem.NotFound, "No such bytes of this report are kept.");
        byte[] bytes = await call.Store.BytesAsync(receipt.Digest, call.Cancellation) ?? throw new ProblemException(Problem.NotFound, "No such bytes of this report are kept.");
        string hex = receipt.Digest[(receipt.Digest.IndexOf(':', StringComparison.Ordinal) + 1)..];
        IHeaderDictionary headers = call.Response.Headers;
        headers.ContentDisposition = $"attachment; filename=\"{SafeName(stored.Report.Id)}.bin\"";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";
        headers["Repr-Digest"] = $"sha-256=:{Convert.ToBase64String(Convert.FromHexString(hex))}:";
        await ApiAnswer.SendAsync(call.Context, bytes, "application/octet-stream", hex);
    }

    private static string SafeName(string id) => string.Concat(id.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_').Take(80));
}

/// <param name="Next">Cursor of the next page; null where there is none.</param>
internal sealed record ReportPage(ImmutableArray<ReportLine> Reports, string? Next);

/// <summary>A report in a list.</summary>
internal sealed record ReportLine(string Id, string Story, string? Outlet, string? Headline, ReportTime? Published, string Input)
{
    public static ReportLine Of(ReportHit hit) => new(hit.Id, hit.Story, hit.Outlet, hit.Headline, hit.Published, hit.Input);
}

/// <summary>A report as the store has it.</summary>
/// <param name="Digest">SHA-256 of its content.</param>
/// <param name="Revisions">Earlier versions, oldest first.</param>
/// <param name="Receipts">Oldest first.</param>
internal sealed record ReportView(
    Report Report, string Digest, int Revision, string Story, DateTimeOffset Arrived, ImmutableArray<ReportVersion> Revisions, ImmutableArray<ReceiptView> Receipts);

internal sealed record ReportVersion(int Revision, string Digest, DateTimeOffset Arrived, Report Report);

/// <summary>That certain bytes came under a certain name at a certain time.</summary>
internal sealed record ReceiptView(string Digest, string Input, DateTimeOffset Received);
