using System.Globalization;
using System.Text;
using BiweeklyBudget.Core.Storage.Rows;
using MySqlConnector;

namespace BiweeklyBudget.Core.Storage.MySql;

/// <summary>
/// Stores new transactions with all that belongs to them in one turn to the server: whoever saves on the same budgets waits meanwhile. EF would need a turn for the transactions, whose ids
/// it has to know first, and one for the rest.
/// </summary>
internal static class MySqlTransactions
{
    // Far below the largest packet that a server takes.
    private const int MostParameters = 1000;

    // Of the splits that were stored last, also where a server counts in steps.
    private const string Ids = "SELECT id, trans_id FROM budget_transactions WHERE trans_id = (SELECT trans_id FROM budget_transactions WHERE id = LAST_INSERT_ID()) ORDER BY id;\n";
    private const string IdWithoutSplits = "SELECT CAST(NULL AS SIGNED), LAST_INSERT_ID();\n";

    /// <summary>Stores them.</summary>
    public static async Task AddAsync(BudgetDbContext database, IReadOnlyList<Transaction> transactions, IReadOnlyList<Budget> budgets, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        List<MySqlParameter> parameters = [];
        foreach (var budget in budgets)
        {
            text.Append(CultureInfo.InvariantCulture, $"UPDATE budgets SET current_balance = {Place(parameters, budget.CurrentBalance)} WHERE id = {Place(parameters, budget.Id)};\n");
        }

        var first = 0;
        for (var i = 0; i < transactions.Count; i++)
        {
            Append(database, text, parameters, transactions[i]);
            if (i == transactions.Count - 1 || parameters.Count > MostParameters)
            {
                // Only names of the program's own tables and columns, and places of parameters, are put together here; every value is a parameter.
                var ids = await OwnStatement.ReadAsync(database, text.ToString(), parameters, row => (Split: row.IsDBNull(0) ? (int?)null : row.GetInt32(0), Transaction: row.GetInt32(1)), cancellationToken).ConfigureAwait(false);
                Number([.. transactions.Skip(first).Take(i + 1 - first)], ids);
                text.Clear();
                parameters = [];
                first = i + 1;
            }
        }
    }

    private static void Append(BudgetDbContext database, StringBuilder text, List<MySqlParameter> parameters, Transaction transaction)
    {
        var table = BulkTable.Of<Transaction>(database);
        AppendHead(text, table);
        AppendRow(text, parameters, table, transaction, ownColumn: null);
        text.Append(";\n");
        if (transaction.Splits.Count == 0)
        {
            text.Append(IdWithoutSplits);
            return;
        }

        var splits = BulkTable.Of<TransactionSplit>(database);
        AppendHead(text, splits);
        for (var i = 0; i < transaction.Splits.Count; i++)
        {
            text.Append(i == 0 ? "" : ", ");

            // Within a statement, the last id stays that of the statement before.
            AppendRow(text, parameters, splits, transaction.Splits[i], ownColumn: "trans_id");
        }

        text.Append(";\n").Append(Ids);
    }

    private static void AppendHead(StringBuilder text, BulkTable table) =>
        text.Append("INSERT INTO ").Append(MySqlRows.Quote(table.Name)).Append(" (").AppendJoin(", ", table.Given.Select(column => MySqlRows.Quote(table.Columns[column]))).Append(") VALUES ");

    private static void AppendRow(StringBuilder text, List<MySqlParameter> parameters, BulkTable table, object row, string? ownColumn) => text.Append('(')
        .AppendJoin(", ", table.Given.Select(column => string.Equals(table.Columns[column], ownColumn, StringComparison.Ordinal) ? "LAST_INSERT_ID()" : Place(parameters, table.ValueOf(row, column))))
        .Append(')');

    private static string Place(List<MySqlParameter> parameters, object? value)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"@p{parameters.Count}");
        parameters.Add(new MySqlParameter(name, value ?? DBNull.Value));
        return name;
    }

    // The server gave a row for each split, in their order, and one for a transaction that has none.
    private static void Number(IReadOnlyList<Transaction> transactions, List<(int? Split, int Transaction)> ids)
    {
        var next = 0;
        foreach (var transaction in transactions)
        {
            transaction.Id = ids[next].Transaction;
            foreach (var split in transaction.Splits)
            {
                (split.Id, split.TransactionId) = (ids[next].Split!.Value, ids[next].Transaction);
                next++;
            }

            next += transaction.Splits.Count == 0 ? 1 : 0;
        }
    }
}
