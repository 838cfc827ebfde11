using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Transfers;

/// <summary>Moves money between accounts (spec/http-api.md §10.3).</summary>
/// <param name="database">The database.</param>
internal sealed class SaveAccountTransfer(BudgetDbContext database) : SaveTransfer<AccountTransfer>(database)
{
    protected override string Kind => "Account";

    protected override async Task<TransferSides?> CheckAsync(RunningSave save, AccountTransfer command, Problems problems, CancellationToken cancellationToken)
    {
        var from = await FindAsync(save.Database, command.FromAccountId, cancellationToken).ConfigureAwait(false);
        var to = await FindAsync(save.Database, command.ToAccountId, cancellationToken).ConfigureAwait(false);
        Check(problems, from, nameof(command.FromAccountId), "from_account", "From Account", command.AllowsCredit);
        Check(problems, to, nameof(command.ToAccountId), "to_account", "To Account", command.AllowsCredit);
        if (from is not null && from.Id == to?.Id && problems.Knows(nameof(command.FromAccountId)))
        {
            problems.Add(nameof(command.ToAccountId), ProblemCode.Contradiction, "From Account and To Account must be different");
        }

        var budgetId = command.BudgetId ?? await AnyBudgetAsync(save.Database, cancellationToken).ConfigureAwait(false);
        if (budgetId is null)
        {
            problems.Refuse(ProblemCode.NotFound, "A transfer needs a budget to stand on: please add one first.");
            return null;
        }

        var budgets = await LockedBudgets.LockAsync(save, [budgetId.Value], cancellationToken).ConfigureAwait(false);
        var budget = budgets.Find(budgetId.Value);
        if (budget is { IsActive: not true })
        {
            problems.Add(nameof(command.BudgetId), ProblemCode.Inactive, "Budget must be active");
        }

        if (budget is null && problems.Knows(nameof(command.BudgetId)))
        {
            problems.Refuse(ProblemCode.NotFound, $"Error: no Budget with ID {budgetId}", plain: PlainProblems.Gone("budget"));
        }

        return from is null || to is null ? null : new TransferSides(budgets, new TransferSide(from.Id, from.Name, from.Id, budgetId.Value), new TransferSide(to.Id, to.Name, to.Id, budgetId.Value));
    }

    private static async Task<AccountDetails?> FindAsync(BudgetDbContext database, int id, CancellationToken cancellationToken) =>
        await database.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.Id == id, cancellationToken).ConfigureAwait(false) is { } row ? AccountDetails.Of(row) : null;

    // Both halves stand on it, so that it changes by nothing (spec/domain.md §10).
    private static async Task<int?> AnyBudgetAsync(BudgetDbContext database, CancellationToken cancellationToken) =>
        await database.Budgets.Where(budget => budget.IsActive == true)
            .OrderBy(budget => budget.IsIncome == true).ThenByDescending(budget => budget.IsPeriodic == true).ThenBy(budget => budget.Id)
            .Select(budget => (int?)budget.Id).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);

    private static void Check(Problems problems, AccountDetails? account, string property, string name, string label, bool allowsCredit)
    {
        if (account is null)
        {
            problems.Add(property, ProblemCode.NotFound, $"{name} ID does not exist");
            return;
        }

        if (account.IsActive != true)
        {
            problems.Add(property, ProblemCode.Inactive, $"{label} must be active");
        }

        if (!account.IsTransferable && !(allowsCredit && account.Type == AccountType.Credit))
        {
            problems.Add(property, ProblemCode.WrongKind, $"{label} type is not transferrable");
        }
    }
}
