using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Changes;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Transactions;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Deleting;

/// <summary>
/// Transactions go with their splits, of which standing budgets get back what was taken; a transfer goes with both sides. What is reconciled with a bank's line stays. What the program itself
/// reconciled, because no bank will ever report it (a transfer between budgets, what stands in for something skipped), goes with its reconciliation.
/// </summary>
internal sealed class DeletedTransactions(BudgetDbContext database, int[] ids) : DeletedKind
{
    private int[] _all = [];
    private LockedBudgets? _budgets;

    public override async Task LockAsync(RunningSave save, CancellationToken cancellationToken)
    {
        // The other side of a transfer is the same for ever, so it may be looked up before.
        _all = await WithOtherSidesAsync(cancellationToken).ConfigureAwait(false);
        await save.Rows.TransactionsAsync(_all, cancellationToken).ConfigureAwait(false);
        var budgets = await database.TransactionSplits.Where(split => split.TransactionId != null && _all.Contains(split.TransactionId.Value) && split.BudgetId != null)
            .Select(split => split.BudgetId!.Value).Distinct().ToListAsync(cancellationToken).ConfigureAwait(false);
        _budgets = await LockedBudgets.LockAsync(save, budgets, cancellationToken).ConfigureAwait(false);
    }

    public override async Task<IReadOnlyList<PlannedDeletion>> PlanAsync(CancellationToken cancellationToken)
    {
        var all = await WithOtherSidesAsync(cancellationToken).ConfigureAwait(false);
        var rows = await database.Transactions.AsNoTracking().Where(transaction => all.Contains(transaction.Id)).ToDictionaryAsync(transaction => transaction.Id, cancellationToken).ConfigureAwait(false);
        var splits = (await database.TransactionSplits.AsNoTracking().Where(split => split.TransactionId != null && all.Contains(split.TransactionId.Value)).ToListAsync(cancellationToken).ConfigureAwait(false))
            .ToLookup(split => split.TransactionId!.Value);
        var reconciliations = (await database.Reconciliations.AsNoTracking().Where(row => row.TransactionId != null && all.Contains(row.TransactionId.Value)).ToListAsync(cancellationToken).ConfigureAwait(false))
            .ToLookup(row => row.TransactionId!.Value);
        var users = await new Uses(database).ReadAsync<Transaction>(all, [typeof(TransactionSplit), typeof(Reconciliation), typeof(Transaction)], cancellationToken).ConfigureAwait(false);
        return Missing.Filled(RecordKind.Transaction, ids, ids.Where(rows.ContainsKey).Select(id => Plan(rows[id])));

        PlannedDeletion Plan(Transaction transaction)
        {
            var others = rows.Values.Where(other => other.Id != transaction.Id && (other.Id == transaction.TransferId || other.TransferId == transaction.Id)).ToList();
            var name = $"\"{transaction.Description}\" of {DateText.Day(transaction.Date)}";
            RelatedRecords[] along =
            [
                new(RecordKind.Transaction, others.Count),
                new(RecordKind.Split, splits[transaction.Id].Count()),
                new(RecordKind.Reconciliation, reconciliations[transaction.Id].Count()),
            ];
            return new PlannedDeletion
            {
                Record = RecordKey.Of(RecordKind.Transaction, transaction.Id),
                Name = transaction.Description,
                Date = transaction.Date,
                Amount = splits[transaction.Id].Sum(split => split.Amount),
                Along = [.. along.Where(related => related.Count > 0)],
                Obstacle = IsReconciled(transaction) ? Reconciled($"{name} is reconciled; undo its reconciliation first.")
                    : others.Exists(IsReconciled) ? Reconciled($"The other side of the transfer {name} is reconciled; undo its reconciliation first.")
                    : others.Prepend(transaction).Select(row => Uses.Obstacle(name, [.. users[row.Id]])).FirstOrDefault(problem => problem is not null),
            };
        }

        bool IsReconciled(Transaction transaction) => reconciliations[transaction.Id].Any(reconciliation => !IsOfItself(reconciliation, transaction));
    }

    public override async Task<string?> RemoveAsync(RunningSave save, CancellationToken cancellationToken)
    {
        var splits = save.Database.TransactionSplits.Where(split => split.TransactionId != null && _all.Contains(split.TransactionId.Value));
        var moves = (await splits.AsNoTracking().Where(split => split.BudgetId != null).ToListAsync(cancellationToken).ConfigureAwait(false))
            .GroupBy(split => split.BudgetId!.Value).ToDictionary(budget => budget.Key, budget => budget.Sum(split => split.Amount));
        if (_budgets!.Refusal(moves) is { } refusal)
        {
            return refusal;
        }

        var reconciliations = save.Database.Reconciliations.Where(row => row.TransactionId != null && _all.Contains(row.TransactionId.Value));
        await save.RemoveAsync(reconciliations, cancellationToken).ConfigureAwait(false);
        await save.RemoveAsync(splits, cancellationToken).ConfigureAwait(false);

        // The sides of a transfer hold each other.
        await save.UpdateAsync(save.Database.Transactions.Where(other => other.TransferId != null && _all.Contains(other.TransferId.Value)), other => other.TransferId, null, cancellationToken).ConfigureAwait(false);
        await save.RemoveAsync(save.Database.Transactions.Where(transaction => _all.Contains(transaction.Id)), cancellationToken).ConfigureAwait(false);
        _budgets.Move(moves);
        await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return null;
    }

    private static Problem Reconciled(string message) => new(null, ProblemCode.Reconciled, message);

    private static bool IsOfItself(Reconciliation reconciliation, Transaction transaction) => reconciliation.BankFitId is null
        && (transaction.TransferId is not null || SkippedTitle.IsSkipped(transaction.Description, transaction.ScheduledTransactionId));

    private async Task<int[]> WithOtherSidesAsync(CancellationToken cancellationToken)
    {
        var others = await database.Transactions
            .Where(transaction => (transaction.TransferId != null && ids.Contains(transaction.TransferId.Value)) || database.Transactions.Any(one => ids.Contains(one.Id) && one.TransferId == transaction.Id))
            .Select(transaction => transaction.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. ids.Concat(others).Distinct().Order()];
    }
}
