using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stemma.Store;
using Stemma.Web.Pages.Corrections;
using Stemma.Web.Pages.Reading;
using Stemma.Web.Pages.Shell;

namespace Stemma.Web.Pages.Reports;

/// <summary>Each report, and the bytes that it was read from.</summary>
internal static class ReportRoutes
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/reports/{report}", PageAsync);
        pages.MapGet("/reports/{report}/bytes/{digest}", BytesAsync);
    }

    /// <summary>Where the bytes of a receipt are to be had.</summary>
    public static string Bytes(Receipt receipt) => $"{Paths.Report(receipt.Report)}/bytes/{Uri.EscapeDataString(receipt.Digest)}";

    private static async Task<IResult> PageAsync(
        string report, string? at, int? part, string? with, string? done, HttpContext http, IStoryStore store, CorrectionLog log, StoryPictures pictures, CancellationToken cancellation)
    {
        if (await store.ReportAsync(report, cancellation) is not { } stored)
            return await MissingAsync(report, http, store, cancellation);
        if (await pictures.NowAsync(stored.Story, cancellation) is not { } story)
            return PageResults.NotFound("report");
        ReportModel model = ReportModel.Of(stored, story, at, part, with) with
        {
            Revisions = await store.RevisionsAsync(report, cancellation),
            Receipts = await store.ReceiptsAsync(report, cancellation),
        };
        return PageResults.Page<ReportPage>((nameof(ReportPage.Model), model), (nameof(ReportPage.Log), await log.AllAsync(cancellation)), (nameof(ReportPage.Done), done));
    }

    /// <summary>A later version took its place, or it was removed on request, or it never was.</summary>
    private static async Task<IResult> MissingAsync(string report, HttpContext http, IStoryStore store, CancellationToken cancellation)
    {
        if (await store.Records.CurrentReportAsync(report, cancellation) is { } now && now != report)
            return Results.LocalRedirect(Paths.Report(now) + http.Request.QueryString + "#revisions");
        return (await store.TombstonesAsync(cancellation)).FirstOrDefault(t => t.Kind == "report" && t.Name == report) is { } gone
            ? PageResults.Gone(gone)
            : PageResults.NotFound("report");
    }

    private static async Task<IResult> BytesAsync(string report, string digest, IStoryStore store, CancellationToken cancellation)
    {
        // Only what a receipt of this report names: nobody reads the store by guessing digests.
        if (!(await store.ReceiptsAsync(report, cancellation)).Any(r => r.Digest == digest) || await store.BytesAsync(digest, cancellation) is not { } bytes)
            return PageResults.NotFound("file");
        // As an attachment of no type: a browser keeps it and never shows or runs it.
        return Results.File(bytes, "application/octet-stream", $"{report}.{digest[^8..]}.bin");
    }
}
