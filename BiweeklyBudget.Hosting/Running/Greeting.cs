using BiweeklyBudget.Hosting.Composition;
using BiweeklyBudget.Hosting.Security.SignIn;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace BiweeklyBudget.Hosting.Running;

/// <summary>What is said when the host serves: where, what it means when others can reach it, and how the first owner is made.</summary>
internal static class Greeting
{
    /// <summary>Writes the log's part of it.</summary>
    public static void Write(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var asks = BookOf(app).AsksForSignIn;
        app.Logger.LogInformation("BiweeklyBudget serves {Addresses}", string.Join(", ", addresses));
        if (addresses.All(SignInSetting.IsOwn))
        {
            return;
        }

        if (!asks)
        {
            // The settings do not let it come to this; should they ever, nobody is served.
            app.Logger.LogCritical("Other machines can reach this address, and nobody has to sign in. The program ends.");
            app.Lifetime.StopApplication();
            return;
        }

        app.Logger.LogWarning(
            "Other machines can reach this address. Requests are answered only for the host names in AllowedHosts ({Hosts}), and to those who have signed in.",
            string.Join(';', app.Services.GetRequiredService<IOptions<HostFilteringOptions>>().Value.AllowedHosts));
    }

    /// <summary>Writes the code that makes the first owner, as long as there is none. It goes past the log, which may be kept in files and sent elsewhere.</summary>
    /// <param name="app">The program.</param>
    /// <param name="console">Where whoever started it looks.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task WriteFirstCodeAsync(WebApplication app, TextWriter console, CancellationToken cancellationToken)
    {
        var served = BookOf(app);
        if (!served.AsksForSignIn)
        {
            return;
        }

        await using var book = served.Engine.OpenBook();
        if (!await book.Users.HasOwnerAsync(cancellationToken) && served.FirstOwner.Code is { } code)
        {
            await console.WriteLineAsync($"Nobody can sign in yet. Open {app.Configuration[ServerSettings.PathBase]?.TrimEnd('/')}{SignInPages.Code} in a browser and enter this code, which is good once, until the program ends: {code}");
        }
    }

    private static ServedBook BookOf(WebApplication app) => app.Services.GetRequiredKeyedService<ServedBook>(Options.DefaultName);
}
