using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Connections;
using BiweeklyBudget.Core.Storage.Initialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace BiweeklyBudget.Core;

/// <summary>Registers the database.</summary>
public static class StorageServices
{
    /// <summary>
    /// Registers a pooled <see cref="IDbContextFactory{TContext}"/> of <see cref="BudgetDbContext"/>, a scoped <see cref="BudgetDbContext"/>
    /// (one session per request, discarded at its end, spec/domain.md §4), the <see cref="DatabaseConnection"/> and the <see cref="DatabaseInitializer"/>.
    /// Nothing is opened by this call.
    /// </summary>
    /// <param name="services">The services of a host.</param>
    /// <param name="connection">Where the database is.</param>
    /// <param name="configure">Sets options.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddBudgetStorage(this IServiceCollection services, DatabaseConnection connection, Action<StorageOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(connection);
        var options = new StorageOptions();
        configure?.Invoke(options);

        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(connection);
        services.AddSingleton(provider => new DatabaseInitializer(connection, provider.GetRequiredService<ILogger<DatabaseInitializer>>(), provider.GetRequiredService<TimeProvider>()));
        connection.Provider.AddContextPool(services, (provider, context) => Configure(provider, context, options));
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<BudgetDbContext>>().CreateDbContext());
        return services;
    }

    private static void Configure(IServiceProvider provider, DbContextOptionsBuilder context, StorageOptions options)
    {
        if (options.EchoSql || options.ProfileQueries)
        {
            context.AddInterceptors(new SqlLog(provider.GetRequiredService<ILogger<SqlLog>>(), options));
        }

        options.ConfigureContext?.Invoke(provider, context);
    }
}
