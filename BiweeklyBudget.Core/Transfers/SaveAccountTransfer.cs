using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Budgets;
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
        Check(problems, from, nameof(command.FromAccountId), "from_account", "From Account");
        Check(problems, to, nameof(command.ToAccountId), "to_account", "To Account");
        if (from is not null && from.Id == to?.Id && problems.Knows(nameof(command.FromAccountId)))
        {
            problems.Add(nameof(command.ToAccountId), ProblemCode.Contradiction, "From Account and To Account must be different");
        }

        var budgets = await LockedBudgets.LockAsync(save, [command.BudgetId], cancellationToken).ConfigureAwait(false);
        var budget = budgets.Find(command.BudgetId);
        if (budget is { IsActive: not true })
        {
            problems.Add(nameof(command.BudgetId), ProblemCode.Inactive, "Budget must be active");
        }

        if (budget is null && problems.Knows(nameof(command.BudgetId)))
        {
            problems.Refuse(ProblemCode.NotFound, $"Error: no Budget with ID {command.BudgetId}");
        }

        return from is null || to is null ? null : new TransferSides(budgets, new TransferSide(from.Id, from.Name, from.Id, command.BudgetId), new TransferSide(to.Id, to.Name, to.Id, command.BudgetId));
    }

    private static async Task<AccountDetails?> FindAsync(BudgetDbContext database, int id, CancellationToken cancellationToken) =>
        await database.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.Id == id, cancellationToken).ConfigureAwait(false) is { } row ? AccountDetails.Of(row) : null;

    private static void Check(Problems problems, AccountDetails? account, string property, string name, string label)
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

        if (!account.IsTransferable)
        {
            problems.Add(property, ProblemCode.WrongKind, $"{label} type is not transferrable");
        }
    }
}
