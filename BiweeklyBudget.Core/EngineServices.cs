using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BiweeklyBudget.Core;

/// <summary>Registers the engine in a program's services.</summary>
public static class EngineServices
{
    /// <summary>
    /// Registers a <see cref="BudgetEngine"/> and a scoped <see cref="BudgetBook"/>. Nothing is opened by this call: the program runs
    /// <see cref="BudgetEngine.InitializeAsync"/> before it uses a book. Wrong settings keep the program from starting.
    /// </summary>
    /// <param name="services">The program's services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddBudgetEngine(this IServiceCollection services, Action<BudgetEngineOptions> configure) => AddBudgetEngine(services, Options.DefaultName, configure);

    /// <summary>As the one without a name, for one of several households: engine and books are keyed services of that name.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="name">The name, case-sensitive.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddBudgetEngine(this IServiceCollection services, string name, Action<BudgetEngineOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<BudgetEngineOptions>(name).Configure(configure);
        return Add(services, name);
    }

    /// <summary>
    /// Registers a <see cref="BudgetEngine"/> and a scoped <see cref="BudgetBook"/> with the settings of a configuration (the names of the README's table, for example
    /// <c>DB_CONNSTRING</c>), read when the program starts. Settings that the program's own options name already stay.
    /// </summary>
    /// <param name="services">The program's services.</param>
    /// <param name="configuration">The configuration, or the section that holds the settings.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddBudgetEngine(this IServiceCollection services, IConfiguration configuration) => AddBudgetEngine(services, Options.DefaultName, configuration);

    /// <summary>As the one without a name, for one of several households: engine and books are keyed services of that name.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="name">The name, case-sensitive.</param>
    /// <param name="configuration">The section that holds the settings.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddBudgetEngine(this IServiceCollection services, string name, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return AddBudgetEngine(services, name, options => options.Settings ??= BudgetEngineOptionsCheck.Load(name, configuration));
    }

    private static IServiceCollection Add(IServiceCollection services, string name)
    {
        services.AddLogging();
        services.AddOptions<BudgetEngineOptions>(name).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<BudgetEngineOptions>, BudgetEngineOptionsCheck>());
        if (name.Length == 0)
        {
            services.TryAddSingleton(provider => Create(provider, name));
            services.TryAddScoped(provider => provider.GetRequiredService<BudgetEngine>().OpenBook());
        }
        else
        {
            services.TryAddKeyedSingleton(name, (provider, _) => Create(provider, name));
            services.TryAddKeyedScoped(name, (provider, _) => provider.GetRequiredKeyedService<BudgetEngine>(name).OpenBook());
        }

        return services;
    }

    private static BudgetEngine Create(IServiceProvider provider, string name)
    {
        var options = provider.GetRequiredService<IOptionsMonitor<BudgetEngineOptions>>().Get(name);

        // A clock that the settings freeze is asked for. That of the program is often registered by something that only wants one to be there, as authentication does.
        var time = options.Time ?? (options.Settings!.FrozenTime is null ? provider.GetService<TimeProvider>() : null) ?? options.Settings.CreateClock();
        return new BudgetEngine(options.Settings!, time, provider.GetRequiredService<ILoggerFactory>(), options.ConfigureContext);
    }
}
