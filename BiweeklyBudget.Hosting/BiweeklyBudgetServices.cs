using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Composition;
using BiweeklyBudget.Hosting.Features.Backups;
using BiweeklyBudget.Hosting.Features.CreditPayoff;
using BiweeklyBudget.Hosting.Features.Health;
using BiweeklyBudget.Hosting.Ui;
using BiweeklyBudget.Hosting.Ui.Forms;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BiweeklyBudget.Hosting;

/// <summary>Registers the web app in a host of any kind.</summary>
public static class BiweeklyBudgetServices
{
    /// <summary>
    /// Registers the engine and the pages. Nothing is opened by this call; before the app serves, the host runs
    /// <see cref="BudgetEngine.InitializeAsync"/> and mounts it with <see cref="BiweeklyBudgetApp.MapBiweeklyBudget"/>.
    /// </summary>
    /// <param name="services">The services of a host.</param>
    /// <param name="settings">The settings, read by <see cref="SettingsLoader"/>. Dates that are not set are asked for by the first page and kept in the database.</param>
    /// <returns><paramref name="services"/>.</returns>
    /// <exception cref="SettingsException">A setting is wrong.</exception>
    /// <exception cref="ConnectionStringException">The settings' connection string is none.</exception>
    public static IServiceCollection AddBiweeklyBudget(this IServiceCollection services, BudgetSettings settings)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(settings);
        settings.Check();
        services.TryAddSingleton(settings.CreateClock());
        services.AddBudgetEngine(options => options.Settings = settings);
        services.AddScoped(provider => provider.GetRequiredService<BudgetEngine>().Settings);
        services.AddSingleton(provider => provider.GetRequiredService<BudgetEngine>().Money);
        services.AddScoped<PageNotifications>();
        services.AddScoped<FormChoices>();
        services.AddSingleton<OutageLog>();
        services.AddHealthChecks().AddCheck<DatabaseReadiness>(HealthEndpoints.Ready, tags: [HealthEndpoints.Ready]);
        services.AddCreditPayoff(settings);
        services.AddHostedService<DailyBackupService>();
        AddPages(services);
        return services;
    }

    /// <summary>As the one with settings, with those of a configuration: the names of the README's table, for example <c>DB_CONNSTRING</c>.</summary>
    /// <param name="services">The services of a host.</param>
    /// <param name="configuration">The configuration, or the section that holds the settings.</param>
    /// <returns><paramref name="services"/>.</returns>
    /// <exception cref="SettingsException">A setting is wrong.</exception>
    /// <exception cref="ConnectionStringException">The connection string is none, or no database is named and the user has no data folder.</exception>
    public static IServiceCollection AddBiweeklyBudget(this IServiceCollection services, IConfiguration configuration) => AddBiweeklyBudget(services, SettingsLoader.Load(configuration));

    private static void AddPages(IServiceCollection services)
    {
        var own = typeof(BiweeklyBudgetServices).Assembly;
        services.AddRazorPages().ConfigureApplicationPartManager(manager =>
        {
            // A program that references the package has the part already.
            if (!manager.ApplicationParts.OfType<AssemblyPart>().Any(p => p.Assembly == own))
            {
                foreach (var part in ApplicationPartFactory.GetApplicationPartFactory(own).GetApplicationParts(own))
                {
                    manager.ApplicationParts.Add(part);
                }
            }
        });
        services.AddSingleton<IPageRouteModelProvider, FeaturePages>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, OwnPagesPolicy>());
    }
}
