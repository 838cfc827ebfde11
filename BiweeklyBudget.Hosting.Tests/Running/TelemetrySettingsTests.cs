using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Hosting.Running;
using Microsoft.Extensions.Configuration;

namespace BiweeklyBudget.Hosting.Tests.Running;

/// <summary>OpenTelemetry's settings: what turns it on, and what is refused.</summary>
public sealed class TelemetrySettingsTests
{
    [Theory]
    [InlineData(false, false)]
    [InlineData(false, false, "OTEL_SERVICE_NAME=budget", "OTEL_EXPORTER_OTLP_PROTOCOL=grpc", "OTEL_EXPORTER_OTLP_ENDPOINT=")]
    [InlineData(true, true, "OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:4318")]
    [InlineData(true, false, "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=https://collector.example/v1/traces")]
    [InlineData(false, true, "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT=http://collector.example/v1/metrics")]
    [InlineData(false, true, "OTEL_METRICS_EXPORTER=otlp")]
    [InlineData(true, false, "OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:4318", "OTEL_METRICS_EXPORTER=none", "OTEL_LOGS_EXPORTER=none")]
    [InlineData(false, false, "OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:4318", "OTEL_SDK_DISABLED=true")]
    public void A_collector_is_told_what_the_settings_name(bool traces, bool metrics, params string[] settings)
    {
        var read = TelemetrySettings.Read(Configuration(settings));

        Assert.Equal((traces, metrics), (read.SendsTraces, read.SendsMetrics));
    }

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=127.0.0.1:4318", "OTEL_EXPORTER_OTLP_ENDPOINT is no address such as http://127.0.0.1:4318")]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL=http/json", "OTEL_EXPORTER_OTLP_PROTOCOL is none of grpc, http/protobuf")]
    [InlineData("OTEL_EXPORTER_OTLP_HEADERS=hunter2", "OTEL_EXPORTER_OTLP_HEADERS is no list such as key=value,other=value")]
    [InlineData("OTEL_TRACES_EXPORTER=zipkin", "OTEL_TRACES_EXPORTER is none of otlp, none")]
    [InlineData("OTEL_LOGS_EXPORTER=otlp", "OTEL_LOGS_EXPORTER can only be none")]
    [InlineData("OTEL_METRIC_EXPORT_INTERVAL=0", "OTEL_METRIC_EXPORT_INTERVAL is no whole number above 0")]
    [InlineData("OTEL_TRACES_SAMPLER=sometimes", "OTEL_TRACES_SAMPLER is none of always_on")]
    [InlineData("OTEL_TRACES_SAMPLER_ARG=1.5", "OTEL_TRACES_SAMPLER_ARG is no share from 0 to 1")]
    [InlineData("OTEL_RESOURCE_ATTRIBUTES=home", "OTEL_RESOURCE_ATTRIBUTES is no list")]
    [InlineData("OTEL_SDK_DISABLED=yes", "OTEL_SDK_DISABLED is none of true, false")]
    public void A_wrong_value_is_one_line_that_does_not_repeat_it(string setting, string part)
    {
        var message = Assert.Throws<SettingsException>(() => TelemetrySettings.Read(Configuration(setting))).Message;

        Assert.StartsWith("ERROR: " + part, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
        Assert.DoesNotContain("hunter2", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_settings_file_may_hold_them()
    {
        var file = Configuration([.. TelemetrySettings.Names.Select(name => name + "=x")]);

        Assert.Null(KnownKeys.FaultOf(file));
        Assert.Contains("Did you mean \"OTEL_EXPORTER_OTLP_ENDPOINT\"?", KnownKeys.FaultOf(Configuration("OTEL_EXPORTER_OTLP_ENDPONT=x")), StringComparison.Ordinal);
    }

    private static IConfiguration Configuration(params string[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1]))).Build();
}
