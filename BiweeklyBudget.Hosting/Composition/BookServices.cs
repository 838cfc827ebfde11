using BiweeklyBudget.Core;
using BiweeklyBudget.Hosting.Features.Audit;
using BiweeklyBudget.Hosting.Features.Backups;
using BiweeklyBudget.Hosting.Features.CreditPayoff;
using BiweeklyBudget.Hosting.Security.SignIn;
using BiweeklyBudget.Hosting.Ui;
using BiweeklyBudget.Hosting.Ui.Forms;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BiweeklyBudget.Hosting.Composition;

/// <summary>
/// What is registered for each book, by its name, and what the pages of all books share: services of a request, which know from <see cref="CurrentBook"/> whose they are.
/// </summary>
internal static class BookServices
{
    /// <summary>Registers a book. A second time by the same name, only its options add up.</summary>
    public static void Add(IServiceCollection services, string name, IConfiguration configuration)
    {
        services.AddOptions<BudgetEngineOptions>(name).Configure<IOptionsMonitor<BiweeklyBudgetOptions>>((engine, app) => engine.Settings = app.Get(name).Settings ?? engine.Settings);
        services.AddBudgetEngine(name, configuration);
        services.AddOptions<BiweeklyBudgetOptions>(name).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<BiweeklyBudgetOptions>, BiweeklyBudgetOptionsCheck>());
        if (!services.Any(service => service.IsKeyedService && service.ServiceType == typeof(ServedBook) && Equals(service.ServiceKey, name)))
        {
            AddBook(services, name);
        }

        AddShared(services);
        PageServices.Add(services);
    }

    private static void AddBook(IServiceCollection services, string name)
    {
        services.AddKeyedSingleton(name, (provider, _) => ServedBook.Create(provider, name));
        services.AddKeyedSingleton(name, (provider, _) => ActivatorUtilities.CreateInstance<DatabaseStart>(provider, EngineOf(provider, name), Options(provider, name).InitializeAtStart));
        services.AddKeyedSingleton(name, (provider, _) => ActivatorUtilities.CreateInstance<OutageLog>(provider, EngineOf(provider, name)));
        services.AddKeyedSingleton(name, (provider, _) => PrimeRateService.Create(provider, name, EngineOf(provider, name)));
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredKeyedService<DatabaseStart>(name));
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredKeyedService<PrimeRateService>(name));
        services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<DailyBackupService>(provider, provider.GetRequiredKeyedService<ServedBook>(name)));
        services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<AuditWatch>(provider, provider.GetRequiredKeyedService<ServedBook>(name)));
    }

    private static void AddShared(IServiceCollection services)
    {
        services.TryAddScoped<CurrentBook>();
        services.TryAddScoped(provider => CurrentEngine(provider).Money);
        services.TryAddScoped(provider => DayFormat.Of(CurrentEngine(provider).Settings.BrowserLocale));
        services.TryAddScoped<PageNotifications>();
        services.TryAddScoped<FormChoices>();
        services.TryAddScoped<PasswordCheck>();
        services.TryAddScoped<PasskeyCeremonies>();

        // Also where the engine itself registered one: below the path of another book, a book is that one's.
        services.Replace(ServiceDescriptor.Scoped(provider => CurrentEngine(provider).OpenBook()));
    }

    /// <summary>The engine of a book.</summary>
    public static BudgetEngine EngineOf(IServiceProvider provider, string name) =>
        name.Length == 0 ? provider.GetRequiredService<BudgetEngine>() : provider.GetRequiredKeyedService<BudgetEngine>(name);

    private static BiweeklyBudgetOptions Options(IServiceProvider provider, string name) => provider.GetRequiredService<IOptionsMonitor<BiweeklyBudgetOptions>>().Get(name);

    // Elsewhere in the program it is the one without a name, as without the pages.
    private static BudgetEngine CurrentEngine(IServiceProvider provider) => provider.GetRequiredService<CurrentBook>().Found?.Engine ?? provider.GetRequiredService<BudgetEngine>();
}
