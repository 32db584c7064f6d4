using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Stemma.Web.Serving;

/// <summary>How often a client may ask; what costs much has bounds of its own.</summary>
internal static class ClientLimits
{
    public const string SignIn = "sign-in";

    public static void Configure(RateLimiterOptions limiter, ServeLimits limits)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetTokenBucketLimiter(Client(context), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = limits.RequestsAtOnce,
            TokensPerPeriod = Math.Max(1, limits.RequestsPerSecond / 10),
            ReplenishmentPeriod = TimeSpan.FromMilliseconds(100),
            QueueLimit = 0,
        }));
        limiter.AddPolicy(SignIn, context => RateLimitPartition.GetFixedWindowLimiter(Client(context), _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = limits.SignInsPerMinute,
            Window = TimeSpan.FromMinutes(1),
        }));
        limiter.OnRejected = async (rejected, _) =>
        {
            int seconds = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 1;
            rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            await ProblemWriter.WriteAsync(rejected.HttpContext, Problem.TooMany, seconds == 1 ? "Ask again in a second." : FormattableString.Invariant($"Ask again in {seconds} seconds."));
        };
    }

    /// <summary>Who is asking: an address; of IPv6 the network, as one household has more addresses than anyone could count.</summary>
    public static string Client(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily is System.Net.Sockets.AddressFamily.InterNetworkV6 && !IPAddress.IsLoopback(address)
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }
}
