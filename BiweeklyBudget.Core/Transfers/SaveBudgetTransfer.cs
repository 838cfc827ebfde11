using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Transfers;

/// <summary>Moves money between budgets (spec/http-api.md §11.3).</summary>
/// <param name="database">The database.</param>
/// <param name="time">The clock, for the time of reconciling.</param>
/// <param name="defaultAccountId">The account that is taken when a transfer names none, if it is active.</param>
internal sealed class SaveBudgetTransfer(BudgetDbContext database, TimeProvider time, int defaultAccountId) : SaveTransfer<BudgetTransfer>(database)
{
    protected override string Kind => "Budget";

    protected override async Task<TransferSides?> CheckAsync(RunningSave save, BudgetTransfer command, Problems problems, CancellationToken cancellationToken)
    {
        var budgets = await LockedBudgets.LockAsync(save, [command.FromBudgetId, command.ToBudgetId], cancellationToken).ConfigureAwait(false);
        var from = budgets.Find(command.FromBudgetId);
        var to = budgets.Find(command.ToBudgetId);
        Check(problems, from, to);
        var accountId = command.AccountId ?? await TransferPair.AnyAccountAsync(save.Database, defaultAccountId, cancellationToken).ConfigureAwait(false);
        if (accountId is null)
        {
            problems.Refuse(ProblemCode.NotFound, TransferPair.NeedsAccount);
        }
        else if (problems.Knows(nameof(command.AccountId)) && !await save.Database.Accounts.AnyAsync(account => account.Id == accountId, cancellationToken).ConfigureAwait(false))
        {
            problems.Refuse(ProblemCode.NotFound, $"Error: no Account with ID {accountId}", plain: PlainProblems.Gone("account"));
        }

        if (from is null && problems.Knows(nameof(command.FromBudgetId)))
        {
            problems.Refuse(ProblemCode.NotFound, $"Error: no Budget with ID {command.FromBudgetId}", plain: PlainProblems.Gone("budget"));
        }

        return from is null || to is null || accountId is not { } account ? null : new TransferSides(budgets, new TransferSide(from.Id, from.Name, account, from.Id), new TransferSide(to.Id, to.Name, account, to.Id));
    }

    protected override void Complete(BudgetDbContext database, TransferPair pair) => pair.Reconcile(database, time);

    private static void Check(Problems problems, Budget? from, Budget? to)
    {
        if (to is null)
        {
            problems.Add(nameof(BudgetTransfer.ToBudgetId), ProblemCode.NotFound, "to_budget ID does not exist");
        }

        if (from is { IsActive: not true })
        {
            problems.Add(nameof(BudgetTransfer.FromBudgetId), ProblemCode.Inactive, "from_budget must be active");
        }

        if (to is { IsActive: not true })
        {
            problems.Add(nameof(BudgetTransfer.ToBudgetId), ProblemCode.Inactive, "to_budget must be active");
        }

        if (from is not null && from.Id == to?.Id && problems.Knows(nameof(BudgetTransfer.FromBudgetId)))
        {
            problems.Add(nameof(BudgetTransfer.ToBudgetId), ProblemCode.Contradiction, "from_budget and to_budget must be different");
        }
    }
}
