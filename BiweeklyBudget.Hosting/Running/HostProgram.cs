using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Security;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BiweeklyBudget.Hosting.Running;

/// <summary>The runnable web host: reads the settings, makes the database ready, serves. A fault that keeps it from serving is one line on stderr.</summary>
internal static class HostProgram
{
    /// <summary>Runs until it is told to end.</summary>
    /// <param name="args">The command line (<see cref="HostCommand"/>).</param>
    /// <returns>The exit code (<see cref="ExitCode"/>).</returns>
    public static Task<int> RunAsync(string[] args)
    {
        HostMemory.ShareArenas();
        return HostCommand.RunAsync(args, RunAsync, (arguments, verbosity) => GuardAsync(token => WishlistCommand.RunAsync(arguments, verbosity, token), ExitCode.Usage));
    }

    private static Task<int> RunAsync(HostArguments arguments) => GuardAsync(token => RunAsync(arguments, token), ExitCode.Ended);

    /// <summary>Runs until it has ended or is told to, and puts into words what nobody could have known.</summary>
    /// <param name="run">What is run.</param>
    /// <param name="whenTold">The exit code when it was told to end before it had.</param>
    private static async Task<int> GuardAsync(Func<CancellationToken, Task<int>> run, int whenTold)
    {
        // From the first moment: the framework listens to the signals only when the server has started, and until then they would end the process as it stands.
        using var told = new ToldToEnd();
        try
        {
            return await run(told.Token);
        }
        catch (Exception) when (told.Token.IsCancellationRequested)
        {
            // Whatever was cut short by it: the end is the one that was asked for.
            return whenTold;
        }
        catch (Exception exception) when (HostFailure.Of(exception) is { } failure)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return failure.ExitCode;
        }
    }

    private static async Task<int> RunAsync(HostArguments arguments, CancellationToken end)
    {
        if (!arguments.IsDemo)
        {
            await ServeAsync(arguments, HostSettings.Load(arguments), end);
            return ExitCode.Ended;
        }

        if (arguments.DataFolder is not null)
        {
            throw new SettingsException("ERROR: --demo serves a throw-away database, which --data-folder cannot keep; leave one of them out");
        }

        using var demo = new DemoDatabase();
        await ServeAsync(arguments, HostSettings.LoadForDemo(demo.ConnectionString, demo.Payday), end, demo.FillAsync);
        return ExitCode.Ended;
    }

    /// <summary>
    /// Makes the program of its command line and settings alone; whoever calls it makes the database ready and starts it. Nothing is
    /// opened and nothing of the process is read or set, so that several may live in one process.
    /// </summary>
    /// <param name="args">The command line, in the framework's words.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="configure">Changes what was decided here.</param>
    /// <exception cref="SettingsException">A setting is wrong, or the log file cannot be written.</exception>
    /// <exception cref="ConnectionStringException">The settings' connection string is none.</exception>
    public static WebApplication Create(string[] args, BudgetSettings settings, Action<WebApplicationBuilder>? configure = null)
    {
        var app = Build(args, settings, configure);
        Map(app);
        return app;
    }

    private static WebApplication Build(string[] args, BudgetSettings settings, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = HostDefaults.CreateBuilder(args, settings);
        builder.Services.AddBiweeklyBudget(options =>
        {
            options.Settings = settings;
            options.AllowedHosts = HostDefaults.AllowedHosts(builder.Configuration);

            options.UsesOwnSignIn = SignInSetting.IsRequired(builder.Configuration);

            // Before the program listens, so that a database that cannot be had ends it.
            options.InitializeAtStart = false;
        });

        // Nothing of the app is signed or encrypted yet; without this, the framework would keep keys in the user's folder. It comes last, or the framework makes some at each start.
        builder.Services.Replace(ServiceDescriptor.Singleton<IDataProtectionProvider, EphemeralDataProtectionProvider>());
        configure?.Invoke(builder);
        return builder.Build();
    }

    private static void Map(WebApplication app)
    {
        ServerRefusals.Use(app);
        app.Use(SecurityHeaders.Everywhere);
        NamedProxies.Use(app);
        RequestRates.Use(app);
        HostTelemetry.Use(app);
        app.MapBiweeklyBudget(app.Configuration[ServerSettings.PathBase] ?? "");
    }

    private static async Task ServeAsync(HostArguments arguments, BudgetSettings settings, CancellationToken end, Func<BudgetEngine, Task>? fill = null)
    {
        await using var app = Build(arguments.ToFramework(), settings);
        ServedAddresses.Check(app.Configuration);

        // The database and the pages are made ready at once, each on a core if there are two.
        var ready = Task.Run(() => MakeReadyAsync(app.Services, fill, end), CancellationToken.None);
        try
        {
            Map(app);
        }
        finally
        {
            await ready;
        }

        await using var first = FirstReads.Begin(await ready, app.Services.GetRequiredService<ILogger<FirstReads>>());
        app.Lifetime.ApplicationStarted.Register(() => Greeting.Write(app));
        await Greeting.WriteFirstCodeAsync(app, Console.Error, end);
        await ((IHost)app).RunAsync(end);
    }

    private static async Task<BudgetEngine> MakeReadyAsync(IServiceProvider services, Func<BudgetEngine, Task>? fill, CancellationToken end)
    {
        var engine = services.GetRequiredService<BudgetEngine>();
        HostMemory.Limit(engine.Database);
        await engine.InitializeAsync(end);
        if (fill is not null)
        {
            await fill(engine);
        }

        return engine;
    }
}
