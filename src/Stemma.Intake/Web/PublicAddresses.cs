using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace Stemma.Intake.Web;

/// <summary>Tells addresses of the public internet from those that mean this machine, its network, or nothing (IANA's special-purpose registries, RFC 6890 and what came since).</summary>
public static class PublicAddresses
{
    private static readonly ImmutableArray<IPNetwork> Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "64:ff9b:1::/48", "2001::/23", "2001:db8::/32", "2620:4f:8000::/48", "3fff::/20", "5f00::/16",
        }.Select(n => IPNetwork.Parse(n)),
    ];

    /// <summary>All that is handed out for use on the internet.</summary>
    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");

    public static bool Contains(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            // Addresses that carry one of the older kind reach what that one means.
            byte[] bytes = address.GetAddressBytes();
            if (Nat64.Contains(address))
                return Contains(new IPAddress(bytes.AsSpan(12, 4)));
            if (SixToFour.Contains(address))
                return Contains(new IPAddress(bytes.AsSpan(2, 4)));
            if (!Global6.Contains(address))
                return false;
        }

        foreach (IPNetwork network in Special)
        {
            if (network.Contains(address))
                return false;
        }

        return true;
    }
}
