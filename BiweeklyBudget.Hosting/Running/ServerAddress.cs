using System.Globalization;
using System.Net;

namespace BiweeklyBudget.Hosting.Running;

/// <summary>
/// Checks addresses to serve at. The framework takes what is no address for "all of this machine's": a mistyped 127.0.0.1 or port would open the program to everybody.
/// </summary>
internal static class ServerAddress
{
    private const int LastPort = 65535;

    /// <summary>What is wrong with a list of addresses.</summary>
    /// <param name="addresses">The list, separated by semicolons.</param>
    /// <returns>The end of a sentence about the setting; null when nothing is.</returns>
    public static string? FaultOfList(string addresses) =>
        Split(addresses) is { Length: > 0 } list ? list.Select(FaultOf).FirstOrDefault(fault => fault is not null) : "names no address: the form is http://127.0.0.1:8080";

    /// <summary>What is wrong with a list of ports.</summary>
    /// <param name="ports">The list, separated by semicolons.</param>
    /// <returns>The end of a sentence about the setting; null when nothing is.</returns>
    public static string? FaultOfPorts(string ports) =>
        Split(ports).FirstOrDefault(port => !IsPort(port)) is { } wrong ? $"has the port \"{wrong}\", which is no number from 0 to {LastPort}" : null;

    /// <summary>Whether one of a list asks for TLS.</summary>
    public static bool IsSecure(string addresses) => Split(addresses).Any(address => address.StartsWith("https://", StringComparison.OrdinalIgnoreCase));

    private static string[] Split(string list) => list.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? FaultOf(string address)
    {
        BindingAddress binding;
        try
        {
            binding = BindingAddress.Parse(address);
        }
        catch (FormatException)
        {
            return $"has \"{address}\", which is no address: the form is http://127.0.0.1:8080";
        }

        if (!binding.Scheme.Equals("http", StringComparison.OrdinalIgnoreCase) && !binding.Scheme.Equals("https", StringComparison.OrdinalIgnoreCase))
        {
            return $"has \"{address}\", which begins with neither http:// nor https://";
        }

        if (binding.IsUnixPipe)
        {
            return Directory.Exists(Path.GetDirectoryName(binding.UnixPipePath)) ? null : $"has \"{address}\": there is no such folder for a socket";
        }

        if (binding.IsNamedPipe)
        {
            return OperatingSystem.IsWindows() ? null : $"has \"{address}\": this system has no named pipes";
        }

        return binding.PathBase.Length > 0 ? $"has \"{address}\" with a path: the path that the pages are below is --path-base, or the setting {ServerSettings.PathBase}" : FaultOfHost(address, binding.Host, binding.Port);
    }

    private static string? FaultOfHost(string address, string host, int port)
    {
        // A port that is no number is left with the host.
        if (port is < 0 or > LastPort || (!host.StartsWith('[') && host.Contains(':', StringComparison.Ordinal)))
        {
            return $"has \"{address}\", whose port is no number from 0 to {LastPort}";
        }

        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase))
        {
            return port == 0 ? $"has \"{address}\": a port that the system chooses (0) needs an address in numbers, such as 127.0.0.1" : null;
        }

        return host is "*" or "+" || IsNumeric(host) ? null : $"has \"{address}\": the host must be an address in numbers, localhost, or * for all of this machine's";
    }

    // The system would also take 1 and 127.1.
    private static bool IsNumeric(string host) => host.StartsWith('[') ? IPAddress.TryParse(host, out _) : IPAddress.TryParse(host, out var address) && address.ToString() == host;

    private static bool IsPort(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= LastPort;
}
