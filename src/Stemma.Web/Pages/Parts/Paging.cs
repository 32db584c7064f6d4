namespace Stemma.Web.Pages.Parts;

/// <summary>Cuts a long list into pages.</summary>
public static class Paging
{
    /// <param name="page">From 1; a page that is not there is the nearest that is.</param>
    /// <param name="size">How many a page holds; at least 1.</param>
    /// <returns>What stands on the page, its number, and how many pages there are (at least 1).</returns>
    public static (IReadOnlyList<T> Shown, int Page, int Count) Of<T>(IReadOnlyList<T> all, int page, int size)
    {
        ArgumentNullException.ThrowIfNull(all);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        int count = Math.Max(1, ((all.Count - 1) / size) + 1);
        page = Math.Clamp(page, 1, count);
        return ([.. all.Skip((page - 1) * size).Take(size)], page, count);
    }
}
