using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.Accounts;

/// <summary>The form that says what an account holds. It has no counterpart in upstream.</summary>
internal sealed class BalanceForm : Form<BalanceChange, int>
{
    protected override IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string>
    {
        [nameof(BalanceChange.AccountId)] = "account",
        [nameof(BalanceChange.Amount)] = "amount",
        [nameof(BalanceChange.Day)] = "date",
    };

    protected override BalanceChange Read(FieldReader fields)
    {
        if (fields.IsBlank("date"))
        {
            fields.Errors.Add("date", "Please enter a day.");
        }

        return new BalanceChange { AccountId = fields.Reference("account", "Please say which account.") ?? 0, Amount = fields.Amount("amount") ?? 0m, Day = fields.Date("date") ?? default };
    }

    protected override Task<Outcome<int>> SaveAsync(BudgetBook book, BalanceChange command, CancellationToken cancellationToken) => book.Accounts.SaveBalanceAsync(command, cancellationToken);

    protected override Task<IReadOnlyList<Problem>> CheckAsync(BudgetBook book, BalanceChange command, IReadOnlySet<string> unknown, CancellationToken cancellationToken) => book.Accounts.CheckAsync(command, unknown, cancellationToken);

    protected override string Success(BalanceChange command, int saved) => "The balance was saved.";
}
