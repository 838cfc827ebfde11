using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Statements;

/// <summary>An account's latest statement: the one with the greatest as_of (spec/bank-data.md §2.1).</summary>
internal static class NewestStatement
{
    /// <summary>The statement, or null when the account has none.</summary>
    public static Task<Statement?> OfAsync(BudgetDbContext database, int accountId, CancellationToken cancellationToken) =>
        database.Statements.AsNoTracking().Where(s => s.AccountId == accountId).OrderByDescending(s => s.AsOf).ThenByDescending(s => s.Id).FirstOrDefaultAsync(cancellationToken);
}
