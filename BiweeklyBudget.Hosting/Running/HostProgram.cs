using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using Serilog;

namespace BiweeklyBudget.Hosting.Running;

/// <summary>The runnable web host: reads the settings, makes the database ready, serves. A fault that keeps it from serving is one line on stderr.</summary>
internal static class HostProgram
{
    private const int WrongSetting = 1;
    private const int Refused = 2;
    private const int Unavailable = 3;

    /// <summary>Runs until it is told to end.</summary>
    /// <param name="args">The command line; <c>--demo</c> serves a throw-away database with sample data around today.</param>
    /// <returns>The exit code: 0 after a regular end, 1 wrong setting, 2 database refused, 3 database or address not to be had.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        // From the first moment: the framework listens to the signals only when the server has started, and until then they would end the process as it stands.
        using var told = new ToldToEnd();
        try
        {
            if (!args.Contains("--demo"))
            {
                await ServeAsync(args, HostSettings.Load(), told.Token);
                return 0;
            }

            using var demo = new DemoDatabase();
            await ServeAsync([.. args.Where(a => a != "--demo")], HostSettings.LoadForDemo(demo.ConnectionString, demo.Payday), told.Token, demo.FillAsync);
            return 0;
        }
        catch (Exception) when (told.Token.IsCancellationRequested)
        {
            // Whatever was cut short by it: the end is the one that was asked for.
            return 0;
        }
        catch (Exception exception) when (ExitCodeOf(exception) is { } code)
        {
            await Console.Error.WriteLineAsync(exception.Message.StartsWith("ERROR", StringComparison.Ordinal) ? exception.Message : "ERROR: " + exception.Message);
            return code;
        }
        finally
        {
            await Log.CloseAndFlushAsync();
        }
    }

    /// <summary>
    /// Makes the program of its command line and settings alone; whoever calls it makes the database ready and starts it. Nothing is
    /// opened and nothing of the process is read or set, so that several may live in one process.
    /// </summary>
    /// <param name="args">The command line.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="configure">Changes what was decided here.</param>
    /// <exception cref="SettingsException">The log file cannot be written.</exception>
    /// <exception cref="ConnectionStringException">The settings' connection string is none.</exception>
    public static WebApplication Create(string[] args, BudgetSettings settings, Action<WebApplicationBuilder>? configure = null)
    {
        settings.Check();
        var builder = HostDefaults.CreateBuilder(args, settings);
        builder.Services.AddBiweeklyBudget(options =>
        {
            options.Settings = settings;
            options.AllowedHosts = HostDefaults.AllowedHosts(builder.Configuration);

            // Before the program listens, so that a database that cannot be had ends it.
            options.InitializeAtStart = false;
        });
        configure?.Invoke(builder);
        var app = builder.Build();
        app.MapBiweeklyBudget();
        return app;
    }

    private static async Task ServeAsync(string[] args, BudgetSettings settings, CancellationToken end, Func<BudgetEngine, Task>? fill = null)
    {
        await using var app = Create(args, settings);
        var engine = app.Services.GetRequiredService<BudgetEngine>();
        await engine.InitializeAsync(end);
        if (fill is not null)
        {
            await fill(engine);
        }

        app.Lifetime.ApplicationStarted.Register(() => Greeting.Write(app));
        await ((IHost)app).RunAsync(end);
    }

    // An address that is in use comes as IOException.
    private static int? ExitCodeOf(Exception exception) => exception switch
    {
        SettingsException or ConnectionStringException => WrongSetting,
        DatabaseRefusedException => Refused,
        DatabaseUnavailableException or IOException => Unavailable,
        _ => null,
    };
}
