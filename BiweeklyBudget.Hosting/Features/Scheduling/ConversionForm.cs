using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Scheduling;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.Scheduling;

/// <summary>The form that makes a transaction of a scheduled one (spec/http-api.md §9.1).</summary>
internal sealed class ConversionForm : Form<Conversion, int>
{
    protected override IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string>
    {
        [nameof(Conversion.ScheduledId)] = "id",
        [nameof(Conversion.Date)] = "date",
        [nameof(Conversion.PeriodDay)] = "payperiod_start_date",
        [nameof(Conversion.Amount)] = "amount",
        [nameof(Conversion.SalesTax)] = "sales_tax",
        [nameof(Conversion.Description)] = "description",
        [nameof(Conversion.Notes)] = "notes",
    };

    protected override Conversion Read(FieldReader fields) => new()
    {
        ScheduledId = fields.Reference("id", "Scheduled transaction cannot be empty") ?? 0,
        Date = fields.Date("date") ?? default,
        PeriodDay = fields.IsBlank("payperiod_start_date") ? null : fields.Date("payperiod_start_date"),
        Amount = fields.SignedAmount("amount") ?? 0m,
        SalesTax = fields.AmountOrNull("sales_tax") ?? 0m,

        // Upstream keeps blanks around these two texts here, unlike in all other forms.
        Description = fields.VerbatimText("description"),
        Notes = fields.VerbatimText("notes"),
    };

    protected override Task<Outcome<int>> SaveAsync(BudgetBook book, Conversion command, CancellationToken cancellationToken) => book.Scheduled.ConvertAsync(command, cancellationToken);

    protected override Task<IReadOnlyList<Problem>> CheckAsync(BudgetBook book, Conversion command, IReadOnlySet<string> unknown, CancellationToken cancellationToken) =>
        book.Scheduled.CheckAsync(command, unknown, cancellationToken);

    protected override string Success(Conversion command, int saved) => $"Successfully created Transaction {saved} for ScheduledTransaction {command.ScheduledId}.";

    protected override string? Words(Conversion command, int saved) => PlainWords.Done("Made", command.Description);
}
