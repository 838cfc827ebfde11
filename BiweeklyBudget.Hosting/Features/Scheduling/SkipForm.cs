using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Scheduling;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.Scheduling;

/// <summary>The form that skips a scheduled transaction in a pay period (spec/http-api.md §9.2).</summary>
internal sealed class SkipForm : Form<Skip, int>
{
    protected override IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string>
    {
        [nameof(Skip.ScheduledId)] = "id",
        [nameof(Skip.PeriodDay)] = "payperiod_start_date",
        [nameof(Skip.Notes)] = "notes",
    };

    protected override Skip Read(FieldReader fields) => new()
    {
        ScheduledId = fields.Reference("id", "Scheduled transaction cannot be empty") ?? 0,
        PeriodDay = fields.Date("payperiod_start_date") ?? default,
        Notes = fields.Text("notes"),
    };

    protected override Task<Outcome<int>> SaveAsync(BudgetBook book, Skip command, CancellationToken cancellationToken) => book.Scheduled.SkipAsync(command, cancellationToken);

    protected override Task<IReadOnlyList<Problem>> CheckAsync(BudgetBook book, Skip command, IReadOnlySet<string> unknown, CancellationToken cancellationToken) =>
        book.Scheduled.CheckAsync(command, unknown, cancellationToken);

    protected override string Success(Skip command, int saved) => $"Successfully created Transaction {saved} to skip ScheduledTransaction {command.ScheduledId}.";
}
