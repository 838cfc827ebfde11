using System.Globalization;
using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Transactions;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Scheduling;

/// <summary>
/// Skips an occurrence of a scheduled transaction in one pay period: a transaction of 0 stands in for it, reconciled at once
/// so that it never shows up for reconciling (spec/http-api.md §9.2, spec/domain.md §9). As upstream, a schedule can be skipped more
/// often than it occurs, but not by the same command: sent many times, it skips what is open and no more.
/// </summary>
internal sealed class SkipScheduledTransaction(BudgetDbContext database, PayCalendar calendar, TimeProvider time) : SaveOperation<Skip, ScheduledTransaction?, int>(database)
{
    /// <summary>The transaction that stands in for an occurrence, not stored.</summary>
    public static Transaction StandIn(ScheduledTransaction scheduled, PayPeriod period, string notes)
    {
        var transaction = ScheduledOccurrence.Of(scheduled, 0m);
        transaction.Date = period.Start;
        transaction.Description = Description(scheduled.Id) + period;
        transaction.Notes = notes;
        transaction.BudgetedAmount = 0m;
        return transaction;
    }

    /// <summary>What keeps it out of reconciling; the transaction must be stored.</summary>
    public static Reconciliation ReconciliationOf(Transaction standIn, TimeProvider time) => new() { TransactionId = standIn.Id, Note = standIn.Description, ReconciledAt = time.GetUtcNow().UtcDateTime };

    protected override void CheckAlone(Skip command, Problems problems)
    {
        // The transaction that stands in for the occurrence gets the period's first day.
        problems.CheckDate(nameof(command.PeriodDay), calendar.Containing(command.PeriodDay).Start);
        problems.RequireText(nameof(command.Notes), command.Notes, "Notes cannot be empty");
    }

    protected override async Task<ScheduledTransaction?> CheckAsync(RunningSave save, Skip command, Problems problems, CancellationToken cancellationToken)
    {
        if (!problems.Knows(nameof(command.ScheduledId)))
        {
            return null;
        }

        var scheduled = await save.Rows.ScheduledTransactionAsync(command.ScheduledId, cancellationToken).ConfigureAwait(false);
        if (scheduled is null)
        {
            problems.Refuse(ProblemCode.NotFound, string.Create(CultureInfo.InvariantCulture, $"Error: no ScheduledTransaction with ID {command.ScheduledId}"), plain: PlainProblems.Gone("scheduled transaction"));
        }
        else if (problems.Knows(nameof(command.PeriodDay)) && problems.Knows(nameof(command.Notes)))
        {
            await CheckOpenAsync(save.Database, scheduled, command, problems, cancellationToken).ConfigureAwait(false);
        }

        return scheduled;
    }

    protected override async Task<Outcome<int>> StoreAsync(RunningSave save, Skip command, ScheduledTransaction? rows, CancellationToken cancellationToken)
    {
        var transaction = StandIn(rows!, calendar.Containing(command.PeriodDay), command.Notes);
        var budgets = await LockedBudgets.LockAsync(save, transaction.Splits.Select(split => split.BudgetId!.Value), cancellationToken).ConfigureAwait(false);
        await new TransactionWriter(save, budgets).AddAsync([transaction], cancellationToken).ConfigureAwait(false);
        save.Database.Reconciliations.Add(ReconciliationOf(transaction, time));
        await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return new Outcome<int>.Saved(transaction.Id);
    }

    private static string Description(int scheduled) => string.Create(CultureInfo.InvariantCulture, $"{SkippedTitle.DescriptionBegin}{scheduled} in period ");

    // The schedule's row is locked, so nobody converts or skips it meanwhile.
    private async Task CheckOpenAsync(BudgetDbContext database, ScheduledTransaction scheduled, Skip command, Problems problems, CancellationToken cancellationToken)
    {
        var period = calendar.Containing(command.PeriodDay);
        var made = await database.Transactions
            .Where(transaction => transaction.ScheduledTransactionId == scheduled.Id && transaction.Date >= period.Start && transaction.Date <= period.End)
            .OrderBy(transaction => transaction.Id)
            .Select(transaction => new { transaction.Id, transaction.Description, transaction.Notes })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        if (made.Count < StoredSchedule.Of(scheduled).OccurrencesIn(period).Count)
        {
            return;
        }

        // Texts are compared here, because the database's collation takes different ones for equal.
        if (made.Find(other => other.Description.StartsWith(Description(command.ScheduledId), StringComparison.Ordinal) && other.Notes == command.Notes) is { } same)
        {
            problems.Refuse(
                ProblemCode.Repeated,
                $"ScheduledTransaction {command.ScheduledId} was already skipped in period {period} with the same notes, by Transaction {same.Id}, and nothing else of it is open there. Change the notes to skip it once more.",
                plain: $"\"{scheduled.Description}\" was skipped already in this pay period, with the same notes, and is not open there any more. Change the notes to skip it once more.");
        }
    }
}
