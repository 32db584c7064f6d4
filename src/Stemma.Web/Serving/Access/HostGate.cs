using System.Collections.Frozen;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace Stemma.Web.Serving;

/// <summary>Refuses requests that call the server by a name it does not have.</summary>
/// <remarks>
/// A web page can make its own name point at 127.0.0.1 and then read what is served there as if it were its own (DNS rebinding). What it cannot do is send another name in
/// <c>Host</c>. An address in figures cannot be made to point elsewhere, so that at which the connection came in is right as well.
/// </remarks>
internal sealed class HostGate
{
    private readonly FrozenSet<string> names;
    private readonly bool open;

    public HostGate(ServeOptions options)
    {
        open = options.AllUrls.Any(u => !ServeOptions.IsLoopback(u));
        names = options.Hosts.Concat(options.AllUrls.Select(u => new Uri(ServeOptions.Bindable(u)).IdnHost).Where(h => h is not "0.0.0.0" and not "::" and not "[::]"))
            .Append("localhost").Select(Bare).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    public async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        if (Allows(context.Request.Host, context.Connection.LocalIpAddress))
            await next(context);
        else
            await ProblemWriter.WriteAsync(context, Problem.ForgedHost, "The request names a host that this server does not go by; --host NAME adds one.");
    }

    /// <param name="reached">The address that the connection came in at.</param>
    internal bool Allows(HostString host, IPAddress? reached)
    {
        if (!host.HasValue)
            return false;
        string name = Bare(host.Host);
        if (names.Contains(name))
            return true;
        // As people and browsers write it: 2130706433 is an address too, and nobody calls a server that.
        if (!IPAddress.TryParse(name, out IPAddress? address) || (address.AddressFamily is System.Net.Sockets.AddressFamily.InterNetwork && address.ToString() != name))
            return false;
        if (IPAddress.IsLoopback(address))
            return true;
        return open && reached is not null && Plain(address).Equals(Plain(reached));
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static string Bare(string name) => name.Trim('[', ']').TrimEnd('.');
}
