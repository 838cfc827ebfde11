using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace BiweeklyBudget.Hosting.Security;

/// <summary>
/// What is no request (a line or header that cannot be read, or is too long, or has no host) is refused by the server before the program sees it, and no middleware can add to that answer.
/// The server says so in an event before it writes; the head that it then writes on that connection gets the headers of all answers (<see cref="SecurityHeaders"/>).
/// </summary>
internal static class ServerRefusals
{
    private const string Refused = "Microsoft.AspNetCore.Server.Kestrel.BadRequest";

    /// <summary>Has every connection of the server watched. One that is not refused is passed through as it is, with and without TLS.</summary>
    public static void Add(KestrelServerOptions kestrel) => kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Use(next => connection => next(new RefusableConnection(connection))));

    /// <summary>Listens to what the server refuses, until the program ends.</summary>
    public static void Use(WebApplication app) =>
        app.Lifetime.ApplicationStopped.Register(app.Services.GetRequiredService<DiagnosticListener>().Subscribe(new Listener(), name => name == Refused).Dispose);

    private sealed class Listener : IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(KeyValuePair<string, object?> value) => (value.Value as IFeatureCollection)?.Get<RefusableConnection>()?.Refuse();

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
