using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Totals;

namespace BiweeklyBudget.Core.Accounts;

/// <summary>The figures of all accounts as home and the list of accounts show them (spec/domain.md §11).</summary>
/// <param name="database">The database.</param>
/// <param name="shared">What the page has read from the same state of the database; null for nothing.</param>
internal sealed class AccountOverview(BudgetDbContext database, SharedReads? shared = null)
{
    private readonly AccountRowReader _accounts = new(database, shared ?? new SharedReads());

    /// <summary>Reads the active accounts with one SQL statement.</summary>
    /// <param name="open">What is not reconciled.</param>
    /// <param name="nowUtc">Now; later transactions do not count.</param>
    /// <param name="staleDays">Days after which a statement is too old.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>Accounts of all types, by name ignoring case.</returns>
    public async Task<IReadOnlyList<AccountFigures>> ReadActiveAsync(OpenItems open, DateTime nowUtc, int staleDays, CancellationToken cancellationToken)
    {
        var accounts = await _accounts.ReadAsync(open, DateOnly.FromDateTime(nowUtc), cancellationToken).ConfigureAwait(false);
        return [.. accounts.Where(a => a.IsActive).Select(a => a.Figures(nowUtc, staleDays)).OrderBy(a => a.Name, StringComparer.OrdinalIgnoreCase).ThenBy(a => a.Id)];
    }
}
