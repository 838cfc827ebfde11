using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Transfers;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.Transfers;

/// <summary>The form of a transfer between accounts (spec/http-api.md §10.3).</summary>
internal sealed class AccountTransferForm : TransferForm<AccountTransfer>
{
    protected override IReadOnlyDictionary<string, string> Fields { get; } = With(new()
    {
        [nameof(AccountTransfer.BudgetId)] = "budget",
        [nameof(AccountTransfer.FromAccountId)] = "from_account",
        [nameof(AccountTransfer.ToAccountId)] = "to_account",
    });

    protected override AccountTransfer Read(FieldReader fields) => new()
    {
        Date = Date(fields),
        Amount = fields.Amount("amount") ?? 0m,
        BudgetId = fields.Reference("budget", "Transactions must have a budget") ?? 0,
        FromAccountId = fields.Reference("from_account", "From Account cannot be empty") ?? 0,
        ToAccountId = fields.Reference("to_account", "To Account cannot be empty") ?? 0,
        Notes = fields.Text("notes"),
    };

    protected override Task<Outcome<SavedTransfer>> SaveAsync(BudgetBook book, AccountTransfer command, CancellationToken cancellationToken) => book.Transfers.SaveAsync(command, cancellationToken);

    protected override Task<IReadOnlyList<Problem>> CheckAsync(BudgetBook book, AccountTransfer command, IReadOnlySet<string> unknown, CancellationToken cancellationToken) =>
        book.Transfers.CheckAsync(command, unknown, cancellationToken);
}
