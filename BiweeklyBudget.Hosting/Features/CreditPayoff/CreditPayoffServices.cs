using System.Net;
using BiweeklyBudget.Core.CreditPayoff;
using BiweeklyBudget.Core.Settings;

namespace BiweeklyBudget.Hosting.Features.CreditPayoff;

/// <summary>What the payoff pages need besides the database.</summary>
internal static class CreditPayoffServices
{
    /// <summary>Name of the setting with another address for the prime rate, in the host's configuration: HTTPS, or a server on the same machine.</summary>
    public const string AddressSetting = "PRIME_RATE_URL";

    // Connections are renewed, so that changed addresses of the server are noticed.
    private static readonly TimeSpan Renewal = TimeSpan.FromMinutes(15);

    public static void AddCreditPayoff(this IServiceCollection services)
    {
        services.AddSingleton(provider => new PrimeRateSource(
            new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, PooledConnectionLifetime = Renewal, UseCookies = false }),
            AddressOf(provider.GetService<IConfiguration>()),
            provider.GetRequiredService<TimeProvider>()));
        services.AddScoped<PayoffPlanner>();
    }

    private static Uri AddressOf(IConfiguration? configuration)
    {
        var text = configuration?[AddressSetting];
        if (string.IsNullOrWhiteSpace(text))
        {
            return PrimeRateSource.DefaultAddress;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? address
            : throw new SettingsException($"ERROR: {AddressSetting} must be an HTTPS address");
    }
}
