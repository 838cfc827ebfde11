using BiweeklyBudget.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Settings;

/// <summary>Finds what of setting up is done.</summary>
internal static class SetupReader
{
    /// <summary>Reads it with one statement, which asks of each table only whether there is a row.</summary>
    public static async Task<SetupSteps> ReadAsync(BudgetDbContext database, CancellationToken cancellationToken)
    {
        var steps = await database.Database.SqlQuery<int>(
            $"""
            SELECT (CASE WHEN EXISTS (SELECT 1 FROM accounts WHERE is_active) THEN 1 ELSE 0 END)
              + (CASE WHEN EXISTS (SELECT 1 FROM account_balances WHERE ledger_date IS NOT NULL) THEN 2 ELSE 0 END)
              + (CASE WHEN EXISTS (SELECT 1 FROM budgets WHERE is_active AND is_income) THEN 4 ELSE 0 END)
              + (CASE WHEN EXISTS (SELECT 1 FROM budgets WHERE is_active AND NOT is_income) THEN 8 ELSE 0 END)
              + (CASE WHEN EXISTS (SELECT 1 FROM scheduled_transactions WHERE is_active AND amount < 0) THEN 16 ELSE 0 END)
              + (CASE WHEN EXISTS (SELECT 1 FROM scheduled_transactions WHERE is_active AND amount > 0) THEN 32 ELSE 0 END)
              + (CASE WHEN EXISTS (SELECT 1 FROM transactions) OR EXISTS (SELECT 1 FROM ofx_trans) THEN 64 ELSE 0 END) AS Value
            """).ToListAsync(cancellationToken).ConfigureAwait(false);
        return (SetupSteps)steps.Single();
    }
}
