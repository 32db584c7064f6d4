using Stemma.Store;

namespace Stemma.Web.Api;

/// <summary>What the store holds, in figures.</summary>
internal static class StoreRoutes
{
    public static IEnumerable<ApiRoute> All { get; } =
    [
        new()
        {
            Path = "/api/v1/counts",
            Name = "getCounts",
            Tag = "store",
            Summary = "How much there is in the store.",
            Answers = [("application/json", nameof(StoreCounts))],
            Serve = async call => await call.JsonAsync(await call.Store.CountsAsync(call.Cancellation)),
        },
    ];
}
