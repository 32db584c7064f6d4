using System.Net;

namespace Stemma.Intake.Web;

/// <summary>Makes the clients by which the web is reached: only addresses that may be reached, no redirects, no cookies, no proxy.</summary>
internal static class GuardedClient
{
    /// <param name="trust">Prepares the handler further; null: nothing.</param>
    public static HttpClient Create(Func<string, CancellationToken, Task<IPAddress[]>> resolve, Func<IPEndPoint, bool> mayReach, Action<SocketsHttpHandler>? trust)
    {
        SocketsHttpHandler handler = new()
        {
            ConnectCallback = new GuardedConnector(resolve, mayReach).ConnectAsync,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            UseProxy = false,
            ActivityHeadersPropagator = null,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            MaxConnectionsPerServer = 1,
            MaxResponseHeadersLength = 64,
            MaxResponseDrainSize = 0,
        };
        trust?.Invoke(handler);
        return new HttpClient(handler) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
    }
}
