using System.Globalization;
using System.Text.Json;

namespace BiweeklyBudget.Core.Totals;

/// <summary>Finds out which open items some changed rows concern.</summary>
internal static class ChangedItems
{
    private const string Transactions = "transactions", Splits = "budget_transactions", Reconciliations = "txn_reconciles", BankTransactions = "ofx_trans";

    /// <summary>Tables whose rows concern open items.</summary>
    public static readonly string[] Tables = [Transactions, Splits, Reconciliations, BankTransactions];

    /// <summary>The rows to read again.</summary>
    public static TouchedRows Touched(IEnumerable<ChangedItem> rows)
    {
        var touched = new TouchedRows();
        foreach (var row in rows)
        {
            if (row.Table == Transactions)
            {
                touched.Transactions.Add(int.Parse(row.Key, NumberStyles.None, CultureInfo.InvariantCulture));
                touched.TransactionsAdded += (row.Before, row.After) switch { (null, not null) => 1, (not null, null) => -1, _ => 0 };
            }

            Add(touched, row.Table, row.Before);
            Add(touched, row.Table, row.After);
        }

        return touched;
    }

    private static void Add(TouchedRows touched, string table, string? row)
    {
        if (row is null || table == Transactions)
        {
            return;
        }

        using var json = JsonDocument.Parse(row);
        var (transaction, account, fitId) = table switch
        {
            Splits => ("trans_id", "", ""),
            Reconciliations => ("txn_id", "ofx_account_id", "ofx_fitid"),
            _ => ("", "account_id", "fitid"),
        };
        if (Number(json.RootElement, transaction) is { } id)
        {
            touched.Transactions.Add(id);
        }

        if (Number(json.RootElement, account) is { } ofAccount && json.RootElement.GetProperty(fitId).GetString() is { } key)
        {
            touched.BankTransactions.Add(new OpenBankTransaction(ofAccount, key));
        }
    }

    private static int? Number(JsonElement row, string name) => name.Length > 0 && row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : null;
}
