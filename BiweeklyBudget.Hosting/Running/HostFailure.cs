using System.Net.Sockets;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.Hosting.Running;

/// <summary>What the program ended with that could not serve.</summary>
/// <param name="ExitCode">The code (README.md).</param>
/// <param name="Message">One line for people.</param>
internal sealed record HostFailure(int ExitCode, string Message)
{
    private const string Server = "Microsoft.AspNetCore.Server.Kestrel.Core";

    /// <summary>The end that an exception means.</summary>
    /// <returns>Null for what nobody expects.</returns>
    public static HostFailure? Of(Exception exception) => exception switch
    {
        // The message names the setting.
        SettingsException or ConnectionStringException => new(Running.ExitCode.Usage, exception.Message),
        DatabaseRefusedException => new(Running.ExitCode.Refused, "ERROR: " + exception.Message),
        DatabaseUnavailableException => new(Running.ExitCode.Unavailable, "ERROR: " + exception.Message),

        // The server's, for an address in use. It names the address.
        IOException => new(Running.ExitCode.Unavailable, $"ERROR: {exception.Message.TrimEnd('.')}. Another address can be named with --urls."),
        SocketException => new(Running.ExitCode.Unavailable, $"ERROR: The address cannot be served at: {exception.Message.TrimEnd('.')}. Another one can be named with --urls."),

        // What the server itself does not like in its settings and this program did not find (ServerSettings).
        InvalidOperationException or ArgumentException or FormatException when exception.Source == Server => new(Running.ExitCode.Usage, "ERROR: The server cannot be set up: " + exception.Message.ReplaceLineEndings(" ")),
        _ => null,
    };
}
