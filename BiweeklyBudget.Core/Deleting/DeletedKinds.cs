using System.Globalization;
using BiweeklyBudget.Core.Changes;
using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.Core.Deleting;

/// <summary>The kinds of records that can be deleted.</summary>
internal static class DeletedKinds
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<RecordKind> All { get; } =
    [
        RecordKind.Transaction, RecordKind.ScheduledTransaction, RecordKind.Budget, RecordKind.Account, RecordKind.AccountBalance, RecordKind.BankTransaction,
        RecordKind.Vehicle, RecordKind.FuelFill, RecordKind.Project, RecordKind.ProjectItem,
    ];

    /// <summary>Whether a text can be the key of a record of a kind.</summary>
    public static bool IsKey(RecordKind kind, string key) => kind == RecordKind.BankTransaction ? TryReadBankKey(key, out _) : IsId(key);

    /// <summary>How the records of a deletion go.</summary>
    public static DeletedKind Of(Deletion deletion, BudgetDbContext database) => deletion.Kind switch
    {
        RecordKind.Transaction => new DeletedTransactions(database, Ids(deletion)),
        RecordKind.ScheduledTransaction => new DeletedScheduledTransactions(database, Ids(deletion)),
        RecordKind.Budget => new DeletedBudgets(database, Ids(deletion)),
        RecordKind.Account => new DeletedAccounts(database, Ids(deletion)),
        RecordKind.AccountBalance => new DeletedBalances(database, Ids(deletion)),
        RecordKind.BankTransaction => new DeletedInterest(database, [.. deletion.Keys.Select(BankKey)]),
        RecordKind.Vehicle => new DeletedVehicles(database, Ids(deletion)),
        RecordKind.FuelFill => new DeletedFuelFills(database, Ids(deletion)),
        RecordKind.Project => new DeletedProjects(database, Ids(deletion)),
        RecordKind.ProjectItem => new DeletedProjectItems(database, Ids(deletion)),
        _ => throw new ArgumentOutOfRangeException(nameof(deletion)),
    };

    private static int[] Ids(Deletion deletion) => [.. deletion.Keys.Select(key => int.Parse(key, NumberStyles.None, CultureInfo.InvariantCulture))];

    private static bool IsId(string key) => int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static (int Account, string FitId) BankKey(string key) => TryReadBankKey(key, out var read) ? read : throw new ArgumentOutOfRangeException(nameof(key));

    private static bool TryReadBankKey(string key, out (int Account, string FitId) read)
    {
        var end = key.IndexOf('\n', StringComparison.Ordinal);
        read = default;
        if (end < 0 || !int.TryParse(key.AsSpan(0, end), NumberStyles.None, CultureInfo.InvariantCulture, out var account))
        {
            return false;
        }

        read = (account, key[(end + 1)..]);
        return true;
    }
}
