using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Transfers;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.Transfers;

/// <summary>A transfer between budgets, on whichever account.</summary>
internal sealed class BetweenBudgetsForm : TransferForm<BudgetTransfer>
{
    protected override IReadOnlyDictionary<string, string> Fields { get; } = With(new()
    {
        [nameof(BudgetTransfer.FromBudgetId)] = "from_budget",
        [nameof(BudgetTransfer.ToBudgetId)] = "to_budget",
    });

    protected override BudgetTransfer Read(FieldReader fields) => new()
    {
        Date = Date(fields),
        Amount = fields.Amount("amount") ?? 0m,
        FromBudgetId = fields.Reference("from_budget", "Please choose where the money comes from.") ?? 0,
        ToBudgetId = fields.Reference("to_budget", "Please choose where the money goes.") ?? 0,
        Notes = fields.Text("notes"),
    };

    protected override Task<Outcome<SavedTransfer>> SaveAsync(BudgetBook book, BudgetTransfer command, CancellationToken cancellationToken) => book.Transfers.SaveAsync(command, cancellationToken);

    protected override Task<IReadOnlyList<Problem>> CheckAsync(BudgetBook book, BudgetTransfer command, IReadOnlySet<string> unknown, CancellationToken cancellationToken) =>
        book.Transfers.CheckAsync(command, unknown, cancellationToken);

    protected override string Success(BudgetTransfer command, SavedTransfer saved) => "The money was moved.";
}
