using BiweeklyBudget.Core.Changes;

namespace BiweeklyBudget.Hosting.Features.History;

/// <summary>What of a record is shown, and what a person calls it.</summary>
internal static class RecordFields
{
    private static readonly Dictionary<RecordKind, (string Property, string Label)[]> Known = new()
    {
        [RecordKind.Transaction] = [("Date", "Date"), ("Description", "Description"), ("AccountId", "Account"), ("SalesTax", "Sales tax"), ("Notes", "Notes")],
        [RecordKind.Split] = [("Amount", "Amount")],
        [RecordKind.ScheduledTransaction] =
        [
            ("Description", "Description"), ("Amount", "Amount"), ("AccountId", "Account"), ("BudgetId", "Budget"), ("Date", "Day"), ("DayOfMonth", "Day of the month"), ("NumberPerPeriod", "Times in a period"),
            ("DayOfWeek", "Day of the week"), ("AnnualMonth", "Month"), ("AnnualDay", "Day in the month"), ("SalesTax", "Sales tax"), ("Notes", "Notes"), ("IsActive", "Active"),
        ],
        [RecordKind.Budget] =
        [
            ("Name", "Name"), ("Description", "Description"), ("IsPeriodic", "For each pay period"), ("StartingBalance", "Amount of a period"), ("CurrentBalance", "Balance"), ("IsActive", "Active"), ("IsIncome", "Income"),
            ("IsOmittedFromGraphs", "Left out of charts"),
        ],
        [RecordKind.Account] =
        [
            ("Name", "Name"), ("Description", "Description"), ("Type", "Kind"), ("IsActive", "Active"), ("IsReconciled", "Reconciled with the bank"), ("CreditLimit", "Credit limit"), ("Apr", "Interest rate"),
            ("PrimeRateMargin", "Margin over the prime rate"), ("NegatesBankAmounts", "The bank's signs are turned round"), ("AppendsMemoToName", "The bank's memo is added to the name"),
            ("InterestChargePattern", "Interest charges are known by"), ("InterestPaidPattern", "Interest paid is known by"), ("PaymentPattern", "Payments are known by"), ("LateFeePattern", "Late fees are known by"),
            ("OtherFeePattern", "Other fees are known by"),
        ],
        [RecordKind.AccountBalance] = [("AccountId", "Account"), ("Ledger", "Balance"), ("LedgerDate", "Day")],
        [RecordKind.Statement] = [("FileName", "File"), ("AsOf", "Day"), ("LedgerBalance", "Balance")],
        [RecordKind.BankTransaction] = [("DatePosted", "Date"), ("Amount", "Amount")],
        [RecordKind.Reconciliation] = [("Note", "Note")],
        [RecordKind.Vehicle] = [("Name", "Name"), ("IsActive", "Active")],
        [RecordKind.FuelFill] =
        [
            ("Date", "Date"), ("OdometerMiles", "Odometer"), ("ReportedMiles", "Distance (from the vehicle)"), ("CalculatedMiles", "Distance (calculated)"), ("LevelBefore", "Level before, in percent"),
            ("LevelAfter", "Level after, in percent"), ("FillLocation", "Location"), ("CostPerGallon", "Price"), ("TotalCost", "Total cost"), ("Gallons", "Volume"), ("ReportedMpg", "Economy (from the vehicle)"),
            ("CalculatedMpg", "Economy (calculated)"), ("Notes", "Notes"),
        ],
        [RecordKind.Project] = [("Name", "Name"), ("Notes", "Notes"), ("IsActive", "Active"), ("StandingBudgetId", "Standing budget")],
        [RecordKind.ProjectItem] = [("Name", "Name"), ("Quantity", "Quantity"), ("UnitCost", "Unit cost"), ("Url", "URL"), ("IsActive", "Active"), ("Notes", "Notes")],
        [RecordKind.Setting] = [],
    };

    /// <summary>The properties of a kind with their labels; of a kind that is not known here all but numbers of other records, by their own names.</summary>
    public static IEnumerable<(string Property, string Label)> Of(ChangedRecord record) => Known.TryGetValue(record.Record.Kind, out var fields)
        ? fields
        : (record.After ?? record.Before!).Keys.Where(property => !property.EndsWith("Id", StringComparison.Ordinal)).Select(property => (property, Words(property)));

    private static string Words(string property) =>
        string.Concat(property.Select((letter, place) => char.IsUpper(letter) && place > 0 ? " " + char.ToLowerInvariant(letter) : letter.ToString()));
}
