using Microsoft.Extensions.Options;

namespace BiweeklyBudget.Hosting;

/// <summary>Says at the program's start what is wrong with its options; the settings among them are checked by the engine.</summary>
internal sealed class BiweeklyBudgetOptionsCheck : IValidateOptions<BiweeklyBudgetOptions>
{
    public ValidateOptionsResult Validate(string? name, BiweeklyBudgetOptions options) =>
        options.AllowedHosts is { Count: > 0 } hosts && hosts.All(IsName)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"BiweeklyBudget{(string.IsNullOrEmpty(name) ? "" : $" \"{name}\"")}: setting \"{nameof(options.AllowedHosts)}\" must hold host names without ports, for example money.example, or * for every name.");

    // An IPv6 address stands in brackets, as in an address.
    private static bool IsName(string? host) => !string.IsNullOrWhiteSpace(host) && new HostString(host).Port is null && (host.StartsWith('[') || !host.Contains(':', StringComparison.Ordinal));
}
