using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Transfers;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.Transfers;

/// <summary>A transfer between accounts of every kind, on whichever budget.</summary>
internal sealed class BetweenAccountsForm : TransferForm<AccountTransfer>
{
    protected override IReadOnlyDictionary<string, string> Fields { get; } = With(new()
    {
        [nameof(AccountTransfer.FromAccountId)] = "from_account",
        [nameof(AccountTransfer.ToAccountId)] = "to_account",
    });

    protected override AccountTransfer Read(FieldReader fields) => new()
    {
        Date = Date(fields),
        Amount = fields.Amount("amount") ?? 0m,
        FromAccountId = fields.Reference("from_account", "Please choose where the money comes from.") ?? 0,
        ToAccountId = fields.Reference("to_account", "Please choose where the money goes.") ?? 0,
        AllowsCredit = true,
        Notes = fields.Text("notes"),
    };

    protected override Task<Outcome<SavedTransfer>> SaveAsync(BudgetBook book, AccountTransfer command, CancellationToken cancellationToken) => book.Transfers.SaveAsync(command, cancellationToken);

    protected override Task<IReadOnlyList<Problem>> CheckAsync(BudgetBook book, AccountTransfer command, IReadOnlySet<string> unknown, CancellationToken cancellationToken) =>
        book.Transfers.CheckAsync(command, unknown, cancellationToken);

    protected override string Success(AccountTransfer command, SavedTransfer saved) => "The money was moved.";
}
