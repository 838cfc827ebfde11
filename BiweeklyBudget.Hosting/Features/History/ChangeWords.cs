using System.Globalization;
using BiweeklyBudget.Core.Changes;

namespace BiweeklyBudget.Hosting.Features.History;

/// <summary>What somebody did, in a person's words, for example <c>changed transaction "Market"</c>.</summary>
internal static class ChangeWords
{
    // What a change is about, when it touched records of several kinds; a kind that is not named comes first.
    private static readonly RecordKind[] Minor =
        [RecordKind.Transaction, RecordKind.ScheduledTransaction, RecordKind.Account, RecordKind.Budget, RecordKind.Statement, RecordKind.Reconciliation, RecordKind.BankTransaction, RecordKind.AccountBalance, RecordKind.ProjectItem, RecordKind.Split, RecordKind.Setting];

    // How upstream describes what stands in for something skipped (spec/http-api.md §9.2).
    private const string Skipped = "Skip ScheduledTransaction ";

    private static readonly string[] Names = ["Name", "Description", "FileName", "FillLocation"];

    /// <summary>The change in the middle of a sentence.</summary>
    public static string Title(ChangeDetails change)
    {
        var about = About(change);
        return change.Operation switch
        {
            "SaveAccountTransfer" => "moved money between accounts",
            "SaveBudgetTransfer" => "moved money between budgets",
            "SpreadMoney" => "spread what was left over",
            "ConvertScheduledTransaction" => $"made what was planned{Named(about)}",
            "SkipScheduledTransaction" => "skipped what was planned",
            "DeleteRecords" when about is { After: null } && Name(about)?.StartsWith(Skipped, StringComparison.Ordinal) == true => "planned again what was skipped",
            "ImportStatement" => $"imported a bank file{Named(about)}",
            "UndoImport" => $"took the import of a bank file back{Named(about)}",
            "SaveReconciliations" => $"reconciled {Counted(change, RecordKind.Reconciliation)}",
            "UndoReconciliation" => "undid a reconciliation",
            "EnterInterest" => "entered an interest charge",
            "SaveCardOrder" => "changed the order of the cards",
            "SavePayoffSettings" => "changed the plans for paying cards off",
            "SavePrimeRate" => "entered the prime rate",
            "RenewPrimeRate" => "the prime rate was renewed",
            "SaveFirstPayday" => "entered the first payday",
            "ImportFuelFills" => "imported fills",
            "ImportProjectItems" => "imported items of a project",
            "SaveWishlist" => "copied a wish list",
            "UndoChange" => string.Create(CultureInfo.InvariantCulture, $"took change {change.UndoneChangeId} back"),
            _ when about is null => "changed settings",
            _ when about.Record.Kind == RecordKind.Split => "changed the shares of a transaction",
            _ => $"{Verb(about)} {Kind(about.Record.Kind)}{Named(about)}{More(change, about)}",
        };
    }

    /// <summary>The same at the beginning of a sentence.</summary>
    public static string Heading(ChangeDetails change)
    {
        var title = Title(change);
        return char.ToUpperInvariant(title[0]) + title[1..];
    }

    /// <summary>A kind in the middle of a sentence.</summary>
    public static string Kind(RecordKind kind) => kind switch
    {
        RecordKind.AccountBalance => "balance",
        RecordKind.Split => "share",
        RecordKind.ProjectItem => "item",
        RecordKind.FuelFill => "fill",
        _ => string.Concat(kind.ToString().Select((letter, place) => char.IsUpper(letter) ? (place == 0 ? "" : " ") + char.ToLowerInvariant(letter) : letter.ToString())),
    };

    /// <summary>The record that the change is about; null when it changed nothing that has a name of its own.</summary>
    public static ChangedRecord? About(ChangeDetails change) =>
        change.Records.Where(record => record.Record.Kind != RecordKind.Setting)
            .MinBy(record => (IsBalanceOnly(record) || (change.Operation == "DeleteRecords" && record.After is not null) ? Minor.Length : 0) + Array.IndexOf(Minor, record.Record.Kind));

    /// <summary>The record's name or description, as it became or was.</summary>
    public static string? Name(ChangedRecord record)
    {
        var values = record.After ?? record.Before!;
        return Names.Select(property => values.GetValueOrDefault(property) as string).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));
    }

    /// <summary>The first day of the period in which something was skipped, by the description that stands for it; null for any other text.</summary>
    public static DateOnly? SkippedPeriod(string text) =>
        text.StartsWith(Skipped, StringComparison.Ordinal) && DateOnly.TryParseExact(text[^10..], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Whether nothing changed of a budget but its balance, which moves with everything that is booked on it.</summary>
    public static bool IsBalanceOnly(ChangedRecord record) => record.Record.Kind == RecordKind.Budget && record is { Before: { } before, After: { } after }
        && after.All(value => value.Key == "CurrentBalance" || Equals(value.Value, before.GetValueOrDefault(value.Key)));

    private static string Verb(ChangedRecord record) => record switch { { Before: null } => "added", { After: null } => "deleted", _ => "changed" };

    private static string Named(ChangedRecord? record) => record is not null && Name(record) is { } name ? $" \"{name}\"" : "";

    private static string More(ChangeDetails change, ChangedRecord about)
    {
        // What was only renewed because of them is still there, such as the figures of the next fill.
        var others = change.Records.Count(record => record.Record.Kind == about.Record.Kind && record.After is null) - 1;
        return change.Operation == "DeleteRecords" && others > 0 ? string.Create(CultureInfo.InvariantCulture, $" and {others} more") : "";
    }

    private static string Counted(ChangeDetails change, RecordKind kind)
    {
        var count = change.Records.Count(record => record.Record.Kind == kind);
        return count == 1 ? "one entry" : change.RecordCount > change.Records.Count ? "many entries" : string.Create(CultureInfo.InvariantCulture, $"{count} entries");
    }
}
