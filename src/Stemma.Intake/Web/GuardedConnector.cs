using System.Net;
using System.Net.Sockets;

namespace Stemma.Intake.Web;

/// <summary>Opens connections, and none to an address that may not be reached: looked at after the name is resolved, at the very address that is connected to.</summary>
/// <remarks>So a name that means one address when it is checked and another when it is used gains nothing, and neither does a redirect.</remarks>
/// <param name="resolve">From a host name to its addresses.</param>
/// <param name="mayReach">Whether an address may be connected to.</param>
internal sealed class GuardedConnector(Func<string, CancellationToken, Task<IPAddress[]>> resolve, Func<IPEndPoint, bool> mayReach)
{
    /// <exception cref="FetchFailedException">All addresses of the host are refused.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        string host = context.DnsEndPoint.Host.Trim('[', ']');
        int port = context.DnsEndPoint.Port;
        IPAddress[] all = IPAddress.TryParse(host, out IPAddress? literal) ? [literal] : await resolve(host, cancellation).ConfigureAwait(false);
        IPEndPoint[] open = [.. all.Select(a => new IPEndPoint(a, port)).Where(mayReach)];
        if (open.Length == 0)
        {
            throw all.Length == 0
                ? new FetchFailedException($"no such host: {host}", FetchFailure.Temporary)
                : new FetchFailedException($"{host} is an address inside a private network ({all[0]}): refused, unless private addresses are allowed", FetchFailure.Final);
        }

        SocketException? last = null;
        foreach (IPEndPoint endpoint in open)
        {
            Socket socket = new(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(endpoint, cancellation).ConfigureAwait(false);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException e)
            {
                socket.Dispose();
                last = e;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        throw last!;
    }
}
