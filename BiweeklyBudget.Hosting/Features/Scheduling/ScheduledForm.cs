using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Scheduling;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.Scheduling;

/// <summary>The form of a scheduled transaction (spec/http-api.md §8.1).</summary>
internal sealed class ScheduledForm : Form<ScheduledChange, int>
{
    protected override IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string>
    {
        [nameof(ScheduledChange.Id)] = "id",
        [nameof(ScheduledChange.Description)] = "description",
        [nameof(ScheduledChange.Amount)] = "amount",
        [nameof(ScheduledChange.SalesTax)] = "sales_tax",
        [nameof(ScheduledChange.AccountId)] = "account",
        [nameof(ScheduledChange.BudgetId)] = "budget",
        [nameof(ScheduledChange.Notes)] = "notes",
        [nameof(ScheduledChange.IsActive)] = "is_active",
        [nameof(ScheduledChange.Schedule)] = "type",
        [Part(nameof(Schedule.Date))] = "date",
        [Part(nameof(Schedule.DayOfMonth))] = "day_of_month",
        [Part(nameof(Schedule.NumberPerPeriod))] = "num_per_period",
        [Part(nameof(Schedule.DayOfWeek))] = "day_of_week",
        [Part(nameof(Schedule.AnnualMonth))] = "annual_month",
        [Part(nameof(Schedule.AnnualDay))] = "annual_day",
    };

    protected override ScheduledChange Read(FieldReader fields) => new()
    {
        Id = fields.RowId(),
        Description = fields.Text("description"),
        Amount = fields.SignedAmount("amount") ?? 0m,
        SalesTax = fields.AmountOrNull("sales_tax") ?? 0m,
        AccountId = fields.Reference("account", "Transactions must have an account") ?? 0,
        BudgetId = fields.Reference("budget", "Transactions must have a budget") ?? 0,
        Notes = fields.Text("notes"),
        IsActive = fields.Flag("is_active"),
        Schedule = ReadSchedule(fields),
    };

    protected override Task<Outcome<int>> SaveAsync(BudgetBook book, ScheduledChange command, CancellationToken cancellationToken) => book.Scheduled.SaveAsync(command, cancellationToken);

    protected override Task<IReadOnlyList<Problem>> CheckAsync(BudgetBook book, ScheduledChange command, IReadOnlySet<string> unknown, CancellationToken cancellationToken) =>
        book.Scheduled.CheckAsync(command, unknown, cancellationToken);

    protected override string Success(ScheduledChange command, int saved) => $"Successfully saved ScheduledTransaction {saved} in database.";

    protected override string? Words(ScheduledChange command, int saved) => PlainWords.Saved(command.Description);

    /// <summary>
    /// Reads <c>type</c> and the fields that belong to it, all others ignored (spec/http-api.md §8.1, §19 fix 5). Any type but the four
    /// recurring ones is a date.
    /// </summary>
    private static Schedule ReadSchedule(FieldReader fields) => fields.Text("type") switch
    {
        "" => default,
        "monthly" => new Schedule(DayOfMonth: fields.WholeNumber("day_of_month") ?? 0),
        "per_period" => new Schedule(NumberPerPeriod: fields.WholeNumber("num_per_period") ?? 0),
        "weekly" => new Schedule(DayOfWeek: fields.WholeNumber("day_of_week") ?? 0),
        "annual" => new Schedule(AnnualMonth: fields.WholeNumber("annual_month") ?? 0, AnnualDay: fields.WholeNumber("annual_day") ?? 0),
        _ => new Schedule(Date: fields.Date("date") ?? default(DateOnly)),
    };

    private static string Part(string name) => $"{nameof(ScheduledChange.Schedule)}.{name}";
}
