using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>A start that cannot succeed is one line that says why, and an exit code for scripts.</summary>
public sealed class WrongSettingsTests
{
    [Theory]
    [InlineData("DB_CONNSTRING", "mysql://nowhere", 1, "DB_CONNSTRING")]
    [InlineData("DB_CONNSTRING", "mysql://user:secret@127.0.0.1:1/budget", 3, "127.0.0.1")]
    [InlineData("CURRENCY_CODE", "XXQ", 1, "CURRENCY_CODE")]
    [InlineData("PRIME_RATE_URL", "http://example.com/", 1, "PRIME_RATE_URL")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "secret.example:4317", 1, "OTEL_EXPORTER_OTLP_ENDPOINT")]
    public async Task A_wrong_setting_ends_the_program_with_one_line(string name, string value, int exitCode, string part)
    {
        var settings = RecordedSettings.For("sqlite:///never.db");
        settings[name] = value;
        await using var host = HostProcess.Launch(Checkout.HostAssembly, settings);
        await host.WaitForExitAsync(HostProcess.StartLimit);

        Assert.Equal(exitCode, host.ExitCode);
        var line = Assert.Single(host.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("ERROR", line, StringComparison.Ordinal);
        Assert.Contains(part, line, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", line, StringComparison.Ordinal);
    }
}
