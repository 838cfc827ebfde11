using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace BiweeklyBudget.Hosting.Security;

/// <summary>
/// Gives the server's own answers to requests that are none, which nothing of the program sees (a line that is no header, two hosts, too many headers), the headers that every other answer has.
/// </summary>
internal sealed class BrokenRequests : IObserver<KeyValuePair<string, object?>>
{
    // What Kestrel tells of each, with the features of the request, when it has set up the answer and before it writes it.
    private const string Refused = "Microsoft.AspNetCore.Server.Kestrel.BadRequest";

    private BrokenRequests()
    {
    }

    /// <summary>From now on, until the program ends.</summary>
    public static void Use(WebApplication app)
    {
        var listening = app.Services.GetRequiredService<DiagnosticListener>().Subscribe(new BrokenRequests(), name => name == Refused);
        app.Lifetime.ApplicationStopped.Register(listening.Dispose);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is IFeatureCollection features && features.Get<IHttpResponseFeature>() is { HasStarted: false } response)
        {
            SecurityHeaders.Write(response.Headers);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
