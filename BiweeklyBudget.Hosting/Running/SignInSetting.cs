using System.Net;
using BiweeklyBudget.Core.Settings;

namespace BiweeklyBudget.Hosting.Running;

/// <summary>
/// Whether the runnable host asks who is there. Without the setting, it does as soon as another machine could connect; told not to, it serves at this machine's own addresses only. A Unix socket or a
/// pipe is this machine's own: the system's rights say who may open it.
/// </summary>
internal static class SignInSetting
{
    /// <summary>Name of the setting: <c>required</c> or <c>off</c>.</summary>
    public const string Name = "SIGN_IN";

    private const string Required = "required";
    private const string Off = "off";

    /// <summary>What is wrong with a value.</summary>
    /// <returns>The end of a sentence about it; null when nothing is.</returns>
    public static string? FaultOf(string value) => IsWord(value, Required) || IsWord(value, Off) ? null : $"is neither \"{Required}\" nor \"{Off}\"";

    /// <summary>Refuses to let everybody in who can connect from elsewhere.</summary>
    /// <exception cref="SettingsException">It is off, and an address can be reached from other machines.</exception>
    public static void Check(IConfiguration configuration)
    {
        if (IsWord(configuration[Name], Off) && ServedAddresses.Of(configuration).FirstOrDefault(address => !IsOwn(address)) is { } open)
        {
            throw new SettingsException(
                $"ERROR: {Name}={Off} would let in whoever can connect, and other machines can connect to {open}: leave {Name} out, so that people sign in, or serve at 127.0.0.1 or a Unix socket only, where a proxy that asks who is there may connect");
        }
    }

    /// <summary>Whether people have to sign in.</summary>
    public static bool IsRequired(IConfiguration configuration) => configuration[Name] is { Length: > 0 } word ? !IsWord(word, Off) : ProxySignIn.IsOn(configuration) || ServedAddresses.Of(configuration).Any(address => !IsOwn(address));

    /// <summary>Whether nobody but this machine can connect to an address.</summary>
    public static bool IsOwn(string address) =>
        BindingAddress.Parse(address) is var binding
        && (binding.IsUnixPipe || binding.IsNamedPipe || string.Equals(binding.Host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(binding.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));

    private static bool IsWord(string? value, string word) => string.Equals(value?.Trim(), word, StringComparison.OrdinalIgnoreCase);
}
