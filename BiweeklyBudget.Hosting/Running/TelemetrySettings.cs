using System.Globalization;
using BiweeklyBudget.Core.Settings;

namespace BiweeklyBudget.Hosting.Running;

/// <summary>
/// OpenTelemetry's own settings (docs/adr/0024). The packages read most of them, and leave out what they do not understand, in a log that nobody sees: so they are checked here.
/// </summary>
internal sealed class TelemetrySettings
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Otlp = "otlp";
    private const string Off = "none";

    private static readonly string[] Protocols = ["grpc", "http/protobuf"];
    private static readonly string[] Samplers = ["always_on", "always_off", "traceidratio", "parentbased_always_on", "parentbased_always_off", "parentbased_traceidratio"];
    private static readonly string[] Truths = ["true", "false"];

    // What each takes, or the words that it may be.
    private static readonly Dictionary<string, Func<string, string?>> Checks = new(StringComparer.OrdinalIgnoreCase)
    {
        [Endpoint] = FaultOfAddress,
        ["OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"] = FaultOfAddress,
        ["OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"] = FaultOfAddress,
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = text => FaultOfWord(text, Protocols),
        ["OTEL_EXPORTER_OTLP_TRACES_PROTOCOL"] = text => FaultOfWord(text, Protocols),
        ["OTEL_EXPORTER_OTLP_METRICS_PROTOCOL"] = text => FaultOfWord(text, Protocols),
        ["OTEL_EXPORTER_OTLP_TIMEOUT"] = FaultOfNumber,
        ["OTEL_EXPORTER_OTLP_TRACES_TIMEOUT"] = FaultOfNumber,
        ["OTEL_EXPORTER_OTLP_METRICS_TIMEOUT"] = FaultOfNumber,
        ["OTEL_EXPORTER_OTLP_HEADERS"] = FaultOfPairs,
        ["OTEL_EXPORTER_OTLP_TRACES_HEADERS"] = FaultOfPairs,
        ["OTEL_EXPORTER_OTLP_METRICS_HEADERS"] = FaultOfPairs,
        ["OTEL_TRACES_EXPORTER"] = text => FaultOfWord(text, [Otlp, Off]),
        ["OTEL_METRICS_EXPORTER"] = text => FaultOfWord(text, [Otlp, Off]),
        ["OTEL_LOGS_EXPORTER"] = text => text == Off ? null : $"can only be {Off}: the log goes to standard output and to files",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = FaultOfNumber,
        ["OTEL_METRIC_EXPORT_TIMEOUT"] = FaultOfNumber,
        ["OTEL_METRICS_EXEMPLAR_FILTER"] = text => FaultOfWord(text, ["always_on", "always_off", "trace_based"]),
        ["OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE"] = text => FaultOfWord(text, ["cumulative", "delta", "lowmemory"]),
        ["OTEL_BSP_SCHEDULE_DELAY"] = FaultOfNumber,
        ["OTEL_BSP_EXPORT_TIMEOUT"] = FaultOfNumber,
        ["OTEL_BSP_MAX_QUEUE_SIZE"] = FaultOfNumber,
        ["OTEL_BSP_MAX_EXPORT_BATCH_SIZE"] = FaultOfNumber,
        ["OTEL_TRACES_SAMPLER"] = text => FaultOfWord(text, Samplers),
        ["OTEL_TRACES_SAMPLER_ARG"] = text => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share <= 1 ? null : "is no share from 0 to 1",
        ["OTEL_SERVICE_NAME"] = _ => null,
        ["OTEL_RESOURCE_ATTRIBUTES"] = FaultOfPairs,
        ["OTEL_SDK_DISABLED"] = text => FaultOfWord(text, Truths),
        ["OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT"] = FaultOfNumber,
        ["OTEL_ATTRIBUTE_COUNT_LIMIT"] = FaultOfNumber,
    };

    private TelemetrySettings(bool tracing, bool metrics) => (SendsTraces, SendsMetrics) = (tracing, metrics);

    /// <summary>The settings that are read.</summary>
    public static IEnumerable<string> Names => Checks.Keys;

    /// <summary>Whether a collector is told which request took how long, and why.</summary>
    public bool SendsTraces { get; }

    /// <summary>Whether a collector is told how many requests there were, and how long they took.</summary>
    public bool SendsMetrics { get; }

    /// <summary>Reads them.</summary>
    /// <exception cref="SettingsException">One is wrong.</exception>
    public static TelemetrySettings Read(IConfiguration configuration)
    {
        foreach (var (name, faultOf) in Checks)
        {
            // An empty variable counts as unset, as OpenTelemetry has it. Headers hold secrets, so no value is repeated.
            if (configuration[name] is { Length: > 0 } value && faultOf(value) is { } fault)
            {
                throw new SettingsException($"ERROR: {name} {fault}");
            }
        }

        return string.Equals(configuration["OTEL_SDK_DISABLED"], Truths[0], StringComparison.OrdinalIgnoreCase)
            ? new TelemetrySettings(tracing: false, metrics: false)
            : new TelemetrySettings(IsSent(configuration, "TRACES"), IsSent(configuration, "METRICS"));
    }

    private static bool IsSent(IConfiguration configuration, string signal) => configuration[$"OTEL_{signal}_EXPORTER"] switch
    {
        Otlp => true,
        Off => false,
        _ => !string.IsNullOrEmpty(configuration[Endpoint]) || !string.IsNullOrEmpty(configuration[$"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT"]),
    };

    private static string? FaultOfAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) ? null : "is no address such as http://127.0.0.1:4318";

    private static string? FaultOfWord(string text, string[] words) => words.Contains(text, StringComparer.Ordinal) ? null : "is none of " + string.Join(", ", words);

    private static string? FaultOfNumber(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? null : "is no whole number above 0";

    private static string? FaultOfPairs(string text) => text.Split(',').All(pair => pair.IndexOf('=', StringComparison.Ordinal) > 0) ? null : "is no list such as key=value,other=value";
}
