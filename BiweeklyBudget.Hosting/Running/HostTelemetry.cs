using System.Diagnostics;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Hosting.Composition;
using BiweeklyBudget.Hosting.Features.Help;
using Microsoft.AspNetCore.Http.Features;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace BiweeklyBudget.Hosting.Running;

/// <summary>
/// Tells a collector how many requests there were and how long they took, when OpenTelemetry's settings name one (docs/adr/0024). What is told is which route and which kind of statement, never
/// what a person has typed: addresses hold ids of the bank's, and statements hold amounts.
/// </summary>
internal static class HostTelemetry
{
    private const string Service = "biweeklybudget";

    /// <summary>Registers it, if it is wanted.</summary>
    /// <exception cref="SettingsException">A setting is wrong.</exception>
    public static void Add(WebApplicationBuilder builder)
    {
        var settings = TelemetrySettings.Read(builder.Configuration);
        if (!settings.SendsTraces && !settings.SendsMetrics)
        {
            return;
        }

        builder.Services.AddSingleton<DatabaseObserver>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<DatabaseObserver>());

        // The environment's word, OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES, comes last and wins.
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.Clear().AddService(Service, serviceVersion: HelpModel.Version).AddTelemetrySdk().AddEnvironmentVariableDetector());
        if (settings.SendsTraces)
        {
            telemetry.WithTracing(traces => traces.AddSource(DatabaseObserver.Source).AddAspNetCoreInstrumentation(options => options.EnrichWithHttpResponse = KeepToRoute).AddOtlpExporter());
        }

        if (settings.SendsMetrics)
        {
            telemetry.WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddMeter(BudgetEngine.MeterName, DatabaseObserver.Source).AddOtlpExporter());
        }
    }

    /// <summary>Notes the route of each request, as the first of all that looks at it.</summary>
    public static void Use(WebApplication app)
    {
        if (app.Services.GetService<DatabaseObserver>() is null)
        {
            return;
        }

        app.Use(async (context, next) =>
        {
            var served = new ServedRoute();
            context.Features.Set(served);
            try
            {
                await next(context);
            }
            finally
            {
                // To the framework the whole app is one route.
                context.Features.Get<IHttpMetricsTagsFeature>()?.Tags.Add(KeyValuePair.Create<string, object?>("biweeklybudget.route", served.Pattern));
            }
        });
    }

    private static void KeepToRoute(Activity activity, HttpResponse response)
    {
        activity.SetTag("url.path", null);
        activity.SetTag("url.query", null);
        if (response.HttpContext.Features.Get<ServedRoute>()?.Pattern is { } route)
        {
            activity.SetTag("http.route", route);
            activity.DisplayName = $"{response.HttpContext.Request.Method} {route}";
        }
    }
}
