using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace BiweeklyBudget.Hosting.Running;

/// <summary>
/// Finds out whether somebody else is at the addresses, before the database is touched: the server itself would find out after that. Who comes in between is found by the server all the same.
/// </summary>
internal static class ServedAddresses
{
    /// <summary>Tries all of them.</summary>
    /// <exception cref="IOException">One is in use.</exception>
    public static void Check(IConfiguration configuration)
    {
        foreach (var (address, endpoint) in Of(configuration).SelectMany(address => EndpointsOf(address).Select(endpoint => (address, endpoint))))
        {
            try
            {
                using var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
                socket.Listen();
            }
            catch (SocketException exception) when (exception.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                throw new IOException($"Failed to bind to address {address}: address already in use.", exception);
            }
            catch (SocketException)
            {
                // Such as a loopback address of a kind that this machine has not. The server knows what to make of it.
            }
        }
    }

    /// <summary>The addresses that are named, as the server chooses: the section outranks addresses, and those outrank ports. None when nothing is named.</summary>
    public static IEnumerable<string> Of(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>().ToList();
        if (endpoints.Count > 0)
        {
            return endpoints;
        }

        return configuration[ServerSettings.Addresses] is { Length: > 0 } addresses
            ? Split(addresses)
            : [.. Split(configuration[ServerSettings.HttpPorts]).Select(port => $"http://*:{port}"), .. Split(configuration[ServerSettings.HttpsPorts]).Select(port => $"https://*:{port}")];
    }

    private static string[] Split(string? list) => (list ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // A socket in a file is none of the network's; a port that the system chooses is free.
    private static IEnumerable<IPEndPoint> EndpointsOf(string address)
    {
        var binding = BindingAddress.Parse(address);
        if (binding.IsUnixPipe || binding.IsNamedPipe || binding.Port == 0)
        {
            return [];
        }

        if (string.Equals(binding.Host, "localhost", StringComparison.OrdinalIgnoreCase))
        {
            return [new IPEndPoint(IPAddress.Loopback, binding.Port), new IPEndPoint(IPAddress.IPv6Loopback, binding.Port)];
        }

        return [new IPEndPoint(IPAddress.TryParse(binding.Host, out var host) ? host : Socket.OSSupportsIPv6 ? IPAddress.IPv6Any : IPAddress.Any, binding.Port)];
    }
}
