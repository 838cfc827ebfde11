using System.Globalization;
using BiweeklyBudget.Core.Changes;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Hosting.Features.CreditPayoff;
using BiweeklyBudget.Hosting.Ui;

namespace BiweeklyBudget.Hosting.Features.History;

/// <summary>What a change did to its records, before and after, in a person's words: names and amounts, no numbers of records.</summary>
/// <param name="names">Names of accounts and budgets.</param>
/// <param name="money">How amounts are shown.</param>
/// <param name="days">How days are shown.</param>
internal sealed class RecordWords(RecordNames names, MoneyFormat money, DayFormat days)
{
    private static readonly HashSet<string> Rates = new(StringComparer.Ordinal) { "Apr", "PrimeRateMargin" };

    private static readonly HashSet<string> Measured = new(StringComparer.Ordinal) { "Gallons", "ReportedMpg", "CalculatedMpg" };

    /// <summary>What was set in all records of a change, those that say something.</summary>
    public IReadOnlyList<ShownField> Of(ChangeDetails change)
    {
        var about = ChangeWords.About(change);
        return [.. change.Records.OrderBy(record => Place(record, about)).ThenBy(Budget, StringComparer.OrdinalIgnoreCase).SelectMany(record => Fields(record, about))];
    }

    // First what the change is about, then its shares by name, at last the balances that moved by themselves.
    private static int Place(ChangedRecord record, ChangedRecord? about) => record switch
    {
        _ when record == about => 0,
        { Record.Kind: RecordKind.Split } => 1,
        _ when ChangeWords.IsBalanceOnly(record) => 3,
        _ => 2,
    };

    private string Budget(ChangedRecord record) => record.Record.Kind == RecordKind.Split ? names.Budget((record.After ?? record.Before!).GetValueOrDefault("BudgetId") as int? ?? 0) : "";

    private IEnumerable<ShownField> Fields(ChangedRecord record, ChangedRecord? about)
    {
        if (record.Record.Kind == RecordKind.Setting)
        {
            if (SettingWords.Of(record, names, days) is { } setting)
            {
                yield return setting;
            }

            yield break;
        }

        foreach (var (property, label) in RecordFields.Of(record))
        {
            var before = Text(property, record.Before?.GetValueOrDefault(property));
            var after = Text(property, record.After?.GetValueOrDefault(property));
            if (before != after)
            {
                yield return new ShownField(Label(record, label, about), before, after);
            }
        }
    }

    // Of records that are not what the change is about it is said which they are.
    private string Label(ChangedRecord record, string label, ChangedRecord? about) => record.Record.Kind switch
    {
        RecordKind.Split => Budget(record),
        RecordKind.Budget when ChangeWords.IsBalanceOnly(record) => $"Balance of {ChangeWords.Name(record)}",
        RecordKind.Reconciliation => "Reconciled",
        _ => record != about && ChangeWords.Name(record) is { } name ? $"{label} of {name}" : label,
    };

    private string? Text(string property, object? value) => (property, value) switch
    {
        (_, null or "") => null,
        ("AccountId", int id) => names.Account(id),
        ("BudgetId" or "StandingBudgetId", int id) => names.Budget(id),
        ("DayOfWeek", short day) => CultureInfo.InvariantCulture.DateTimeFormat.DayNames[(day + 1) % 7],
        ("SalesTax", 0m) => null,
        (_, decimal rate) when Rates.Contains(property) => PercentText.Of(rate),
        (_, decimal measured) when Measured.Contains(property) => NumberText.Of(measured, "0.####", money.Notation),
        (_, decimal amount) => money.Format(amount),
        (_, DateOnly day) => days.Text(day),
        (_, DateTime instant) => days.Text(instant),
        (_, bool flag) => flag ? "yes" : "no",
        ("Description" or "Note", string text) when ChangeWords.SkippedPeriod(text) is { } period => $"skipped in the period from {days.Text(period)}",
        var (_, other) => Convert.ToString(other, CultureInfo.InvariantCulture),
    };
}
