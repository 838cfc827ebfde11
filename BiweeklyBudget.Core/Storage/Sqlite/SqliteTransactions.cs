using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.Data.Sqlite;

namespace BiweeklyBudget.Core.Storage.Sqlite;

/// <summary>Stores new transactions with all that belongs to them, each kind of rows by one statement that is prepared once.</summary>
internal static class SqliteTransactions
{
    /// <summary>Stores them.</summary>
    public static async Task AddAsync(BudgetDbContext database, IReadOnlyList<Transaction> transactions, IReadOnlyList<Budget> budgets, CancellationToken cancellationToken)
    {
        var insert = new SqliteInsert(database, BulkTable.Of<Transaction>(database));
        var insertSplit = new SqliteInsert(database, BulkTable.Of<TransactionSplit>(database));
        await using (insert.ConfigureAwait(false))
        await using (insertSplit.ConfigureAwait(false))
        {
            foreach (var transaction in transactions)
            {
                transaction.Id = await insert.RunAsync(transaction, cancellationToken).ConfigureAwait(false);
                foreach (var split in transaction.Splits)
                {
                    split.TransactionId = transaction.Id;
                    split.Id = await insertSplit.RunAsync(split, cancellationToken).ConfigureAwait(false);
                }
            }
        }

        if (budgets.Count > 0)
        {
            await UpdateAsync(database, budgets, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task UpdateAsync(BudgetDbContext database, IReadOnlyList<Budget> budgets, CancellationToken cancellationToken)
    {
        var update = SqliteInsert.Command(database, "UPDATE budgets SET current_balance = $balance WHERE id = $id");
        await using (update.ConfigureAwait(false))
        {
            var (balance, id) = (update.Parameters.Add("$balance", SqliteType.Integer), update.Parameters.Add("$id", SqliteType.Integer));
            foreach (var budget in budgets)
            {
                balance.Value = budget.CurrentBalance is { } amount ? TenThousandthsConverter.ToStored(amount) : DBNull.Value;
                id.Value = budget.Id;
                await update.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
