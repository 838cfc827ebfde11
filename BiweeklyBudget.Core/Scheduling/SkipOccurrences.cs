using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Scheduling;

/// <summary>Skips several occurrences, each as a skip of its own would (spec/domain.md §9).</summary>
internal sealed class SkipOccurrences(BudgetDbContext database, PayCalendar calendar, TimeProvider time) : OccurrenceOperation(database, calendar)
{
    protected override void CheckAlone(OccurrenceBatch command, Problems problems)
    {
        base.CheckAlone(command, problems);
        problems.RequireText(nameof(command.Notes), command.Notes, "Notes cannot be empty");
    }

    protected override async Task<Outcome<int>> StoreAsync(RunningSave save, OccurrenceBatch command, IReadOnlyDictionary<int, ScheduledTransaction> rows, CancellationToken cancellationToken)
    {
        var period = PeriodOf(command);
        var transactions = command.Occurrences.Select(occurrence => SkipScheduledTransaction.StandIn(rows[occurrence.ScheduledId], period, command.Notes)).ToList();
        await AddAsync(save, transactions, cancellationToken).ConfigureAwait(false);
        save.Database.Reconciliations.AddRange(transactions.Select(transaction => SkipScheduledTransaction.ReconciliationOf(transaction, time)));
        await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return new Outcome<int>.Saved(transactions.Count);
    }
}
