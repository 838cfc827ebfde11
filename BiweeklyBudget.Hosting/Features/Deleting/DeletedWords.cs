using BiweeklyBudget.Core.Changes;

namespace BiweeklyBudget.Hosting.Features.Deleting;

/// <summary>The kinds that can be deleted: their words in addresses and forms, and on the screen.</summary>
internal static class DeletedWords
{
    private static readonly (string Word, RecordKind Kind, string One, string Several)[] Kinds =
    [
        ("transaction", RecordKind.Transaction, "transaction", "transactions"),
        ("scheduled", RecordKind.ScheduledTransaction, "scheduled transaction", "scheduled transactions"),
        ("budget", RecordKind.Budget, "budget", "budgets"),
        ("account", RecordKind.Account, "account", "accounts"),
        ("balance", RecordKind.AccountBalance, "balance", "balances"),
        ("interest", RecordKind.BankTransaction, "interest charge", "interest charges"),
        ("vehicle", RecordKind.Vehicle, "vehicle", "vehicles"),
        ("fill", RecordKind.FuelFill, "fill", "fills"),
        ("project", RecordKind.Project, "project", "projects"),
        ("item", RecordKind.ProjectItem, "item", "items"),
    ];

    /// <summary>The words in forms.</summary>
    public static IEnumerable<string> All => Kinds.Select(kind => kind.Word);

    /// <summary>The kind of a word; null when there is none.</summary>
    public static RecordKind? Kind(string word) => Kinds.Where(kind => kind.Word == word).Select(kind => (RecordKind?)kind.Kind).FirstOrDefault();

    /// <summary>The word of a kind.</summary>
    public static string Word(RecordKind kind) => Kinds.Single(known => known.Kind == kind).Word;

    /// <summary>So many of a kind, in the middle of a sentence; one is without its number.</summary>
    public static string Text(RecordKind kind, int count)
    {
        var (_, _, one, several) = Kinds.Single(known => known.Kind == kind);
        return count == 1 ? one : FormattableString.Invariant($"{count} {several}");
    }

    /// <summary>The keys in a form's text.</summary>
    public static IReadOnlyList<string> Keys(RecordKind kind, string ids) => kind == RecordKind.BankTransaction
        ? ids.IndexOf('%', StringComparison.Ordinal) is > 0 and var end ? [ids[..end] + "\n" + ids[(end + 1)..]] : [ids]
        : [.. ids.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>Keys as a form's text.</summary>
    public static string Ids(IEnumerable<string> keys) => string.Join(',', keys.Select(key => key.Replace('\n', '%')));
}
