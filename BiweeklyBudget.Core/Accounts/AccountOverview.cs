using BiweeklyBudget.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Accounts;

/// <summary>The figures of all accounts as home and the list of accounts show them (spec/domain.md §11).</summary>
internal sealed class AccountOverview(BudgetDbContext database)
{
    /// <summary>Reads the active accounts with one SQL statement.</summary>
    /// <param name="reconcileBegin">Earlier transactions never count as unreconciled.</param>
    /// <param name="nowUtc">Now; later transactions do not count.</param>
    /// <param name="staleDays">Days after which a statement is too old.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>Accounts of all types, by name ignoring case.</returns>
    public async Task<IReadOnlyList<AccountFigures>> ReadActiveAsync(DateOnly reconcileBegin, DateTime nowUtc, int staleDays, CancellationToken cancellationToken)
    {
        var accounts = await AccountRows.Query(database, reconcileBegin, DateOnly.FromDateTime(nowUtc)).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. accounts.Where(a => a.IsActive).Select(a => a.Figures(nowUtc, staleDays)).OrderBy(a => a.Name, StringComparer.OrdinalIgnoreCase).ThenBy(a => a.Id)];
    }
}
