using System.Net;
using System.Net.Sockets;

namespace BiweeklyBudget.Hosting.Fetching;

/// <summary>
/// Which addresses pages may be fetched from. The name of a server is the operator's choice, where it leads is the choice of whoever answers for the name: never to the services that clouds have for their own
/// machines on link-local addresses, and to this machine only when the name is its own.
/// </summary>
internal static class PublicAddresses
{
    // Services of clouds for their own machines that are not link-local: Alibaba's and Oracle's, and Amazon's by IPv6.
    private static readonly IPAddress[] Metadata = [IPAddress.Parse("100.100.100.200"), IPAddress.Parse("192.0.0.192"), IPAddress.Parse("fd00:ec2::254"), IPAddress.Parse("fd20:ce::254")];

    // An IPv4 address stands in the last bytes of these (RFC 6052, RFC 3056).
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork Tunnelled = IPNetwork.Parse("2002::/16");

    /// <summary>Looks at an address before it is asked: one that has a number for a name, or a scheme that is not the web's.</summary>
    /// <exception cref="RefusedAddressException">It is not to be asked.</exception>
    public static void Check(Uri address)
    {
        if (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp)
        {
            throw new RefusedAddressException($"{address} is no address of the web.");
        }

        if (IPAddress.TryParse(address.IdnHost, out var number) && IsRefused(number, mayBeLoopback: true))
        {
            throw Refused(address.IdnHost);
        }
    }

    /// <summary>Connects to the addresses of a name that may be connected to, one after the other.</summary>
    /// <exception cref="RefusedAddressException">None of them may be.</exception>
    public static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var all = await Dns.GetHostAddressesAsync(host, cancellationToken);

        // A proxy of the operator's stands where he put it, and decides by itself where it leads.
        var isProxy = !string.Equals(host, context.InitialRequestMessage.RequestUri?.IdnHost.Trim('[', ']'), StringComparison.OrdinalIgnoreCase);
        var addresses = isProxy ? all : [.. all.Where(address => !IsRefused(address, IsOwnName(host)))];
        if (addresses.Length == 0)
        {
            throw all.Length == 0 ? new HttpRequestException($"{host} has no address.") : Refused(host);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Whether nothing is fetched from an address.</summary>
    /// <param name="address">The address that a name leads to.</param>
    /// <param name="mayBeLoopback">Whether this machine was asked for by its own name.</param>
    public static bool IsRefused(IPAddress address, bool mayBeLoopback)
    {
        if (Inner(address) is { } inner)
        {
            return IsRefused(inner, mayBeLoopback);
        }

        if (IPAddress.IsLoopback(address))
        {
            return !mayBeLoopback;
        }

        return Metadata.Contains(address) || (address.AddressFamily == AddressFamily.InterNetworkV6
            ? address.IsIPv6LinkLocal || address.IsIPv6Multicast || address.Equals(IPAddress.IPv6Any)
            : address.GetAddressBytes() is [0, ..] or [169, 254, ..] or [>= 224, ..]);
    }

    private static IPAddress? Inner(IPAddress address) => address switch
    {
        { AddressFamily: AddressFamily.InterNetwork } => null,
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4(),
        _ when Translated.Contains(address) => new IPAddress(address.GetAddressBytes().AsSpan(12)),
        _ when Tunnelled.Contains(address) => new IPAddress(address.GetAddressBytes().AsSpan(2, 4)),
        _ => null,
    };

    private static bool IsOwnName(string host) => string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || IPAddress.TryParse(host, out _);

    private static RefusedAddressException Refused(string host) => new($"{host} leads to an address that nothing is fetched from.");
}
