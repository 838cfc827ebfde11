using System.Text;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Changes;

/// <summary>Which rows are which kind of record, and how messages call them.</summary>
internal static class RecordKinds
{
    private static readonly string[] Named = ["Name", "Description", "FileName", "FillLocation"];

    /// <summary>The kind of a table's rows.</summary>
    public static RecordKind Of(RecordedTable table) => table.Type.ClrType switch
    {
        var row when row == typeof(TransactionSplit) => RecordKind.Split,
        var row when row == typeof(StoredSetting) => RecordKind.Setting,
        var row => Enum.Parse<RecordKind>(row.Name),
    };

    /// <summary>The table of a kind.</summary>
    public static RecordedTable TableOf(RecordedTables tables, RecordKind kind) => tables.All.Single(table => Of(table) == kind);

    /// <summary>A record in the middle of a sentence, for example "split 7 of transaction 3".</summary>
    public static string Text(RecordedTable table, string key)
    {
        var kind = Of(table);
        var parts = key.Split('\n');
        return kind switch
        {
            RecordKind.Split => $"split {parts[1]} of transaction {parts[0]}",
            RecordKind.BankTransaction => $"bank transaction {parts[1]} of account {parts[0]}",
            _ => $"{Words(kind)} {string.Join(", ", parts)}",
        };
    }

    /// <summary>A record in the middle of a sentence as a person knows it, for example <c>transaction "Coffee"</c>.</summary>
    /// <param name="table">Its table.</param>
    /// <param name="value">Its values, by property.</param>
    public static string Plain(RecordedTable table, Func<string, object?> value)
    {
        var kind = Of(table);
        var name = Named.Select(value).OfType<string>().FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));
        var words = kind switch { RecordKind.Split => "share of a transaction", RecordKind.BankTransaction => "bank line", RecordKind.ProjectItem => "item", RecordKind.FuelFill => "fill", RecordKind.AccountBalance => "balance", _ => Words(kind) };
        return name is null ? $"a {words}" : $"{words} \"{name}\"";
    }

    /// <summary>A kind in the middle of a sentence, for example "scheduled transaction".</summary>
    public static string Words(RecordKind kind)
    {
        var words = new StringBuilder();
        foreach (var letter in kind.ToString())
        {
            words.Append(char.IsUpper(letter) && words.Length > 0 ? " " : "").Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }
}
