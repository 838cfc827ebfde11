using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Transfers;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.Transfers;

/// <summary>The form of a transfer between budgets (spec/http-api.md §11.3).</summary>
internal sealed class BudgetTransferForm : TransferForm<BudgetTransfer>
{
    protected override IReadOnlyDictionary<string, string> Fields { get; } = With(new()
    {
        [nameof(BudgetTransfer.AccountId)] = "account",
        [nameof(BudgetTransfer.FromBudgetId)] = "from_budget",
        [nameof(BudgetTransfer.ToBudgetId)] = "to_budget",
    });

    protected override BudgetTransfer Read(FieldReader fields) => new()
    {
        Date = Date(fields),
        Amount = fields.Amount("amount") ?? 0m,
        AccountId = fields.Reference("account", "Transactions must have an account") ?? 0,
        FromBudgetId = fields.Reference("from_budget", "from_budget cannot be empty") ?? 0,
        ToBudgetId = fields.Reference("to_budget", "to_budget cannot be empty") ?? 0,
        Notes = fields.Text("notes"),
    };

    protected override Task<Outcome<SavedTransfer>> SaveAsync(BudgetBook book, BudgetTransfer command, CancellationToken cancellationToken) => book.Transfers.SaveAsync(command, cancellationToken);

    protected override Task<IReadOnlyList<Problem>> CheckAsync(BudgetBook book, BudgetTransfer command, IReadOnlySet<string> unknown, CancellationToken cancellationToken) =>
        book.Transfers.CheckAsync(command, unknown, cancellationToken);
}
