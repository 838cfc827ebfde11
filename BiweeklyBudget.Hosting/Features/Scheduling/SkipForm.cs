using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Scheduling;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.Scheduling;

/// <summary>The form that skips a scheduled transaction in a pay period (spec/http-api.md §9.2).</summary>
internal sealed class SkipForm : Form<Skip, (int Id, string? Name)>
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

    // The name is read before: once something is saved, nothing that can fail comes after it.
    protected override async Task<Outcome<(int Id, string? Name)>> SaveAsync(BudgetBook book, Skip command, CancellationToken cancellationToken)
    {
        var name = (await book.Scheduled.FindAsync(command.ScheduledId, cancellationToken))?.Description;
        return (await book.Scheduled.SkipAsync(command, cancellationToken)).With(saved => (saved, name));
    }

    protected override Task<IReadOnlyList<Problem>> CheckAsync(BudgetBook book, Skip command, IReadOnlySet<string> unknown, CancellationToken cancellationToken) =>
        book.Scheduled.CheckAsync(command, unknown, cancellationToken);

    protected override string Success(Skip command, (int Id, string? Name) saved) => $"Successfully created Transaction {saved.Id} to skip ScheduledTransaction {command.ScheduledId}.";

    protected override string? Words(Skip command, (int Id, string? Name) saved) => PlainWords.Done("Skipped", saved.Name);
}
