using BiweeklyBudget.Hosting.Composition;
using BiweeklyBudget.Hosting.Features.Health;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BiweeklyBudget.Hosting;

/// <summary>Adds the check of a book's database to a program's own health checks. Without it, only the addresses below the book's path know of it.</summary>
public static class BiweeklyBudgetHealth
{
    private const string CheckName = "biweeklybudget";

    /// <summary>Adds a check named <c>biweeklybudget</c>, or <c>biweeklybudget-</c> and the book's name: whether the database can be reached and written and no migration is pending.</summary>
    /// <param name="checks">The program's checks.</param>
    /// <param name="name">The name that the book was registered by; empty for the one without a name.</param>
    /// <param name="tags">Tags of the check, by which a program chooses.</param>
    /// <returns><paramref name="checks"/>.</returns>
    public static IHealthChecksBuilder AddBiweeklyBudget(this IHealthChecksBuilder checks, string name = "", params IEnumerable<string> tags)
    {
        ArgumentNullException.ThrowIfNull(checks);
        ArgumentNullException.ThrowIfNull(name);
        return checks.Add(new HealthCheckRegistration(
            name.Length == 0 ? CheckName : $"{CheckName}-{name}",
            provider => new DatabaseReadiness(provider.GetRequiredKeyedService<ServedBook>(name)),
            failureStatus: null,
            tags));
    }
}
