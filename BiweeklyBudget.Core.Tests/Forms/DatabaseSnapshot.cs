using System.Globalization;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Forms;

/// <summary>
/// All rows of the database under the vectors' list names, each with its columns as text (amounts as decimals) by upstream's
/// column names; the same on both engines.
/// </summary>
internal sealed class DatabaseSnapshot
{
    private static readonly (string List, string[] Key, Func<BudgetDbContext, IQueryable<object>> Rows)[] Lists =
    [
        ("accounts", ["id"], c => c.Accounts),
        ("account_balances", ["id"], c => c.AccountBalances),
        ("budgets", ["id"], c => c.Budgets),
        ("scheduled", ["id"], c => c.ScheduledTransactions),
        ("transactions", ["id"], c => c.Transactions),
        ("splits", ["trans_id", "budget_id"], c => c.TransactionSplits),
        ("reconciles", ["id"], c => c.Reconciliations),
        ("ofx_statements", ["id"], c => c.Statements),
        ("ofx_transactions", ["account_id", "fitid"], c => c.BankTransactions),
        ("plaid_items", ["item_id"], c => c.PlaidItems),
        ("plaid_accounts", ["item_id", "account_id"], c => c.PlaidAccounts),
        ("projects", ["id"], c => c.Projects),
        ("bom_items", ["id"], c => c.ProjectItems),
        ("vehicles", ["id"], c => c.Vehicles),
        ("fuel_fills", ["id"], c => c.FuelFills),
        ("settings_rows", ["name"], c => c.StoredSettings),
    ];

    private readonly Dictionary<(string List, string Key), Dictionary<string, object?>> _rows = [];

    private DatabaseSnapshot()
    {
    }

    public static async Task<DatabaseSnapshot> TakeAsync(BudgetDbContext context)
    {
        var snapshot = new DatabaseSnapshot();
        foreach (var (list, key, rows) in Lists)
        {
            foreach (var row in await rows(context).AsNoTracking().ToListAsync())
            {
                var columns = context.Model.FindEntityType(row.GetType())!.GetProperties()
                    .Where(property => row is not TransactionSplit || property.Name != nameof(TransactionSplit.Id))
                    .ToDictionary(property => property.GetColumnName(), property => Plain(property.PropertyInfo!.GetValue(row)));
                snapshot._rows[(list, string.Join('|', key.Select(column => columns[column])))] = columns;
            }
        }

        return snapshot;
    }

    /// <summary>What changed since an earlier snapshot: <c>added</c> with the row, <c>changed</c> with the new values of changed columns, <c>removed</c>.</summary>
    public IReadOnlyList<(string List, string Change, string Key, Dictionary<string, object?> Row)> Since(DatabaseSnapshot before) =>
    [
        .. _rows.Where(row => !before._rows.ContainsKey(row.Key)).Select(row => (row.Key.List, "added", row.Key.Key, row.Value)),
        .. before._rows.Where(row => !_rows.ContainsKey(row.Key)).Select(row => (row.Key.List, "removed", row.Key.Key, row.Value)),
        .. from row in _rows
           where before._rows.ContainsKey(row.Key)
           let changed = row.Value.Where(column => !Equals(column.Value, before._rows[row.Key][column.Key])).ToDictionary()
           where changed.Count > 0
           select (row.Key.List, "changed", row.Key.Key, changed),
    ];

    /// <summary>The key of a row that a vector describes.</summary>
    public static string KeyOf(string list, Func<string, object?> column) => string.Join('|', Lists.Single(l => l.List == list).Key.Select(column));

    private static object? Plain(object? value) => value switch
    {
        null or bool or decimal or string => value,
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        Enum name => name.ToString(),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"{value.GetType()} is no column type."),
    };
}
