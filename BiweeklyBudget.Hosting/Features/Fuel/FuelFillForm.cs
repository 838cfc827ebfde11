using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Fuel;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.Fuel;

/// <summary>The form of a fill (spec/http-api.md §14.1). With an <c>id</c>, which upstream does not have, it changes one.</summary>
internal sealed class FuelFillForm : Form<FuelFillChange, SavedFuelFill>
{
    protected override IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string>
    {
        [nameof(FuelFillChange.Id)] = "id",
        [nameof(FuelFillChange.VehicleId)] = "vehicle",
        [nameof(FuelFillChange.Date)] = "date",
        [nameof(FuelFillChange.Odometer)] = "odometer_miles",
        [nameof(FuelFillChange.ReportedDistance)] = "reported_miles",
        [nameof(FuelFillChange.LevelBefore)] = "level_before",
        [nameof(FuelFillChange.LevelAfter)] = "level_after",
        [nameof(FuelFillChange.Location)] = "fill_location",
        [nameof(FuelFillChange.Price)] = "cost_per_gallon",
        [nameof(FuelFillChange.TotalCost)] = "total_cost",
        [nameof(FuelFillChange.Volume)] = "gallons",
        [nameof(FuelFillChange.ReportedEconomy)] = "reported_mpg",
        [nameof(FuelFillChange.Notes)] = "notes",
        [nameof(FuelFillChange.Payment)] = "add_trans",
        [$"{nameof(FuelFillChange.Payment)}.{nameof(FuelPayment.AccountId)}"] = "account",
        [$"{nameof(FuelFillChange.Payment)}.{nameof(FuelPayment.BudgetId)}"] = "budget",
    };

    protected override FuelFillChange Read(FieldReader fields) => new()
    {
        Id = fields.RowId(),
        VehicleId = fields.CanonicalNumber("vehicle") ?? 0,
        Date = Date(fields) ?? default,
        Odometer = fields.CanonicalNumber("odometer_miles") ?? 0,
        ReportedDistance = fields.CanonicalNumber("reported_miles"),
        LevelBefore = fields.CanonicalNumber("level_before"),
        LevelAfter = fields.CanonicalNumber("level_after"),
        Location = fields.Text("fill_location"),
        Price = fields.MeasuredCost("cost_per_gallon", decimals: 4),
        TotalCost = fields.MeasuredCost("total_cost") ?? 0m,
        Volume = fields.Measure("gallons") ?? 0m,
        ReportedEconomy = fields.Measure("reported_mpg"),
        Notes = fields.Text("notes"),
        Payment = Payment(fields),
    };

    protected override Task<Outcome<SavedFuelFill>> SaveAsync(BudgetBook book, FuelFillChange command, CancellationToken cancellationToken) => book.Fuel.SaveAsync(command, cancellationToken);

    protected override Task<IReadOnlyList<Problem>> CheckAsync(BudgetBook book, FuelFillChange command, IReadOnlySet<string> unknown, CancellationToken cancellationToken) =>
        book.Fuel.CheckAsync(command, unknown, cancellationToken);

    // Upstream's two blanks are what scripts know.
    protected override string? Words(FuelFillChange command, SavedFuelFill saved) => saved.TransactionId is null ? "Saved the fill." : "Saved the fill and its transaction.";

    protected override string Success(FuelFillChange command, SavedFuelFill saved) =>
        $"Successfully saved FuelFill {saved.Id} {(saved.TransactionId is { } transaction ? $"and  Transaction {transaction} " : "")}in database.";

    protected override IDictionary<string, object?>? Extras(SavedFuelFill saved)
    {
        var extras = new Dictionary<string, object?> { ["fill_id"] = saved.Id, ["calculated_mpg"] = saved.Economy };
        if (saved.TransactionId is { } transaction)
        {
            extras["trans_id"] = transaction;
        }

        return extras;
    }

    private static DateOnly? Date(FieldReader fields)
    {
        if (!fields.IsBlank("date"))
        {
            return fields.Date("date");
        }

        fields.Errors.Add("date", "Date cannot be empty");
        return null;
    }

    private static FuelPayment? Payment(FieldReader fields)
    {
        // Form-encoded, upstream takes Python's words for texts that ask for nothing.
        var asks = fields.Form["add_trans"] is not { Kind: FormValueKind.Text, Text: "True" or "False" } && fields.Flag("add_trans") == true;
        return asks
            ? new FuelPayment(fields.Reference("account", "Transactions must have an account") ?? 0, fields.Reference("budget", "Transactions must have a budget") ?? 0)
            : null;
    }
}
