using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Stemma.Store;
using Stemma.Web.Pages.Parts;
using Stemma.Web.Pages.Shell;
using Stemma.Weighing;

namespace Stemma.Web.Pages.Corrections;

/// <summary>The log as a page shows it: latest first.</summary>
internal static class CorrectionsModel
{
    public const int PageSize = 50;

    public static async Task<IResult> PageAsync(IStoryStore store, int? page, string? done, CancellationToken cancellation)
    {
        ImmutableArray<Correction> log = await store.CorrectionsAsync(cancellation);
        HashSet<string> standing = [.. CorrectionSet.Of(log).Standing.Select(c => c.Id)];
        (IReadOnlyList<Correction> shown, int number, int count) = Paging.Of([.. log.Reverse()], page ?? 1, PageSize);
        return PageResults.Page<CorrectionsPage>(
            (nameof(CorrectionsPage.Entries), shown), (nameof(CorrectionsPage.Log), log), (nameof(CorrectionsPage.Standing), standing),
            (nameof(CorrectionsPage.Number), number), (nameof(CorrectionsPage.Count), count), (nameof(CorrectionsPage.Done), done));
    }

    /// <summary>What stands of the log that is about any of these names or places.</summary>
    /// <param name="names">Whatever the case of their letters.</param>
    public static ImmutableArray<Correction> About(ImmutableArray<Correction> log, IEnumerable<string> names, params ReadOnlySpan<CorrectionTarget> targets)
    {
        HashSet<string> wanted = new(names, StringComparer.OrdinalIgnoreCase);
        HashSet<CorrectionTarget> kinds = [.. targets];
        return [.. CorrectionSet.Of(log).Standing.Where(c => kinds.Contains(c.Target) && (c.What.Any(a => a.Name is { } name && wanted.Contains(name)) || (c.To is { } to && c.Kind is not CorrectionKind.Grade && wanted.Contains(to))))];
    }

    /// <summary>What something goes by since it was renamed, or merged into another, by hand; null where it was not.</summary>
    /// <param name="about">What stands of the log about the name, oldest first.</param>
    public static string? NowCalled(ImmutableArray<Correction> about, string name)
    {
        Correction? last = about.LastOrDefault(c => c.Kind is CorrectionKind.Rename or CorrectionKind.Merge && c.What.Any(a => string.Equals(a.Name, name, StringComparison.OrdinalIgnoreCase)));
        string? now = last?.To ?? last?.What[0].Name;
        return string.Equals(now, name, StringComparison.OrdinalIgnoreCase) ? null : now;
    }
}
