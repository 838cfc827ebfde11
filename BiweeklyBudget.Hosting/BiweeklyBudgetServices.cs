using BiweeklyBudget.Core;
using BiweeklyBudget.Hosting.Composition;
using Microsoft.Extensions.Options;

namespace BiweeklyBudget.Hosting;

/// <summary>Registers the web app in a program of any kind.</summary>
public static class BiweeklyBudgetServices
{
    /// <summary>
    /// Registers a book – its engine and the pages – with the settings of a configuration: the names of the README's table, for example <c>DB_CONNSTRING</c>. Nothing is opened by this call.
    /// Wrong settings keep the program from starting. <see cref="BiweeklyBudgetApp.MapBiweeklyBudget"/> serves the pages.
    /// </summary>
    /// <param name="services">The services of a program.</param>
    /// <param name="configuration">The configuration, or the section that holds the settings.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddBiweeklyBudget(this IServiceCollection services, IConfiguration configuration) => AddBiweeklyBudget(services, Options.DefaultName, configuration);

    /// <summary>As the one without a name, for one of several books in a program: <see cref="BudgetEngine"/> and <see cref="BudgetBook"/> are keyed services of that name.</summary>
    /// <param name="services">The services of a program.</param>
    /// <param name="name">The name, case-sensitive.</param>
    /// <param name="configuration">The section that holds the settings.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddBiweeklyBudget(this IServiceCollection services, string name, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<BiweeklyBudgetOptions>(name).Configure(options => ReadHosts(configuration, options));
        BookServices.Add(services, name, configuration);
        return services;
    }

    /// <summary>
    /// Registers a book – its engine and the pages – with what the program itself sets; all else is as in the README's table. Nothing is opened by this call. Wrong settings keep the program from
    /// starting. <see cref="BiweeklyBudgetApp.MapBiweeklyBudget"/> serves the pages.
    /// </summary>
    /// <param name="services">The services of a program.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddBiweeklyBudget(this IServiceCollection services, Action<BiweeklyBudgetOptions> configure) => AddBiweeklyBudget(services, Options.DefaultName, configure);

    /// <summary>As the one without a name, for one of several books in a program: <see cref="BudgetEngine"/> and <see cref="BudgetBook"/> are keyed services of that name.</summary>
    /// <param name="services">The services of a program.</param>
    /// <param name="name">The name, case-sensitive.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddBiweeklyBudget(this IServiceCollection services, string name, Action<BiweeklyBudgetOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<BiweeklyBudgetOptions>(name).Configure(configure);
        BookServices.Add(services, name, new ConfigurationBuilder().Build());
        return services;
    }

    // One that names no host means the default, as in the runnable program.
    private static void ReadHosts(IConfiguration configuration, BiweeklyBudgetOptions options)
    {
        if (configuration[nameof(options.AllowedHosts)]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } names)
        {
            options.AllowedHosts = names;
        }
    }
}
