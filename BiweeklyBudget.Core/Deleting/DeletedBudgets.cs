using BiweeklyBudget.Core.Changes;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Deleting;

/// <summary>Budgets go as long as nothing was booked on them or is planned for them.</summary>
internal sealed class DeletedBudgets(BudgetDbContext database, int[] ids) : DeletedKind
{
    public override Task LockAsync(RunningSave save, CancellationToken cancellationToken) => save.Rows.BudgetsAsync(ids, cancellationToken);

    public override async Task<IReadOnlyList<PlannedDeletion>> PlanAsync(CancellationToken cancellationToken)
    {
        // A transaction that was planned for a budget usually has its split there, too.
        var rows = await database.Budgets.AsNoTracking().Where(budget => ids.Contains(budget.Id))
            .Select(budget => new { Budget = budget, Transactions = database.Transactions.Count(transaction => transaction.PlannedBudgetId == budget.Id || transaction.Splits.Any(split => split.BudgetId == budget.Id)) })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var users = await new Uses(database).ReadAsync<Budget>(ids, [typeof(TransactionSplit), typeof(Transaction)], cancellationToken).ConfigureAwait(false);
        return Missing.Filled(RecordKind.Budget, ids, rows.Select(row => new PlannedDeletion
        {
            Record = RecordKey.Of(RecordKind.Budget, row.Budget.Id),
            Name = row.Budget.Name ?? "",
            Amount = row.Budget.IsPeriodic == true ? row.Budget.StartingBalance : row.Budget.CurrentBalance,
            Obstacle = Uses.Obstacle($"\"{row.Budget.Name}\"", [.. row.Transactions > 0 ? [new RelatedRecords(RecordKind.Transaction, row.Transactions)] : Array.Empty<RelatedRecords>(), .. users[row.Budget.Id]]),
            CanBeDeactivated = row.Budget.IsActive == true,
        }));
    }

    public override async Task<string?> RemoveAsync(RunningSave save, CancellationToken cancellationToken)
    {
        await save.RemoveAsync(save.Database.Budgets.Where(budget => ids.Contains(budget.Id)), cancellationToken).ConfigureAwait(false);
        return null;
    }
}
