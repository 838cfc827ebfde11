using System.Net;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace BiweeklyBudget.Hosting.Running;

/// <summary>What the log says when the host serves: where, and what it means when others can reach it.</summary>
internal static class Greeting
{
    /// <summary>Writes it.</summary>
    public static void Write(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        app.Logger.LogInformation("BiweeklyBudget serves {Addresses}", string.Join(", ", addresses));
        if (addresses.Any(a => !IsLoopback(a)))
        {
            app.Logger.LogWarning(
                "Other machines can reach this address, and there is no sign-in yet: everybody who can connect can see and change everything. Requests are answered only for the host names in AllowedHosts ({Hosts}).",
                string.Join(';', app.Services.GetRequiredService<IOptions<HostFilteringOptions>>().Value.AllowedHosts));
        }
    }

    private static bool IsLoopback(string address) =>
        BindingAddress.Parse(address) is var binding
        && (binding.IsUnixPipe || string.Equals(binding.Host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(binding.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));
}
