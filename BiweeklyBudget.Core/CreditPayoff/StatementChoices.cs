using BiweeklyBudget.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>The recent statements of an account.</summary>
/// <param name="database">The database.</param>
internal sealed class StatementChoices(BudgetDbContext database)
{
    /// <summary>Reads them with one SQL statement.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="nowUtc">Now; only the last 32 days count.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>Newest first; none for an unknown account.</returns>
    public async Task<IReadOnlyList<StatementChoice>> ReadAsync(int accountId, DateTime nowUtc, CancellationToken cancellationToken)
    {
        var since = nowUtc - PayoffReader.Recent;
        return await database.Statements
            .Where(s => s.AccountId == accountId && s.AsOf >= since)
            .OrderByDescending(s => s.AsOf).ThenByDescending(s => s.FileTime).ThenByDescending(s => s.Id)
            .Select(s => new StatementChoice(s.FileName ?? "", s.AsOf!.Value, s.LedgerBalance))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
    }
}
