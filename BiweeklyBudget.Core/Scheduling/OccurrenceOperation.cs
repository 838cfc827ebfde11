using System.Globalization;
using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Transactions;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Scheduling;

/// <summary>What making and skipping several occurrences share: their schedules are locked, and no more becomes of one than is open in the period.</summary>
internal abstract class OccurrenceOperation(BudgetDbContext database, PayCalendar calendar) : SaveOperation<OccurrenceBatch, IReadOnlyDictionary<int, ScheduledTransaction>, int>(database)
{
    /// <summary>The pay period that a command is about.</summary>
    protected PayPeriod PeriodOf(OccurrenceBatch command) => calendar.Containing(command.PeriodDay);

    protected override void CheckAlone(OccurrenceBatch command, Problems problems)
    {
        problems.CheckDate(nameof(command.PeriodDay), command.PeriodDay);
        if (command.Occurrences.Count == 0)
        {
            problems.Add(nameof(command.Occurrences), ProblemCode.Missing, "Nothing was chosen.");
        }
        else if (command.Occurrences.Count > OccurrenceBatch.MostOccurrences)
        {
            problems.Add(nameof(command.Occurrences), ProblemCode.TooMany, string.Create(CultureInfo.InvariantCulture, $"At most {OccurrenceBatch.MostOccurrences} at once."));
        }
    }

    protected override async Task<IReadOnlyDictionary<int, ScheduledTransaction>> CheckAsync(RunningSave save, OccurrenceBatch command, Problems problems, CancellationToken cancellationToken)
    {
        if (!problems.Knows(nameof(command.Occurrences)) || !problems.Knows(nameof(command.PeriodDay)))
        {
            return new Dictionary<int, ScheduledTransaction>();
        }

        int[] ids = [.. command.Occurrences.Select(occurrence => occurrence.ScheduledId).Distinct().Order()];
        var scheduled = await save.Rows.ScheduledTransactionsAsync(ids, cancellationToken).ConfigureAwait(false);
        var period = PeriodOf(command);
        var made = await save.Database.Transactions
            .Where(transaction => transaction.ScheduledTransactionId != null && ids.Contains(transaction.ScheduledTransactionId.Value) && transaction.Date >= period.Start && transaction.Date <= period.End)
            .GroupBy(transaction => transaction.ScheduledTransactionId!.Value).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken).ConfigureAwait(false);
        foreach (var wanted in command.Occurrences.CountBy(occurrence => occurrence.ScheduledId))
        {
            if (!scheduled.TryGetValue(wanted.Key, out var row))
            {
                problems.Refuse(ProblemCode.NotFound, string.Create(CultureInfo.InvariantCulture, $"Error: no ScheduledTransaction with ID {wanted.Key}"), plain: PlainProblems.Gone("scheduled transaction"));
            }
            else if (made.GetValueOrDefault(wanted.Key) + wanted.Value > StoredSchedule.Of(row).OccurrencesIn(period).Count)
            {
                problems.Refuse(ProblemCode.Repeated, $"\"{row.Description}\" is not open that often any more in this pay period: it was made or skipped meanwhile. Nothing was changed.");
            }
        }

        return scheduled;
    }

    /// <summary>Adds the transactions with the budgets that they move.</summary>
    /// <returns>Why a budget cannot take them, or null.</returns>
    protected static async Task<string?> AddAsync(RunningSave save, IReadOnlyList<Transaction> transactions, CancellationToken cancellationToken)
    {
        var budgets = await LockedBudgets.LockAsync(save, transactions.SelectMany(transaction => transaction.Splits).Select(split => split.BudgetId!.Value), cancellationToken).ConfigureAwait(false);
        return await new TransactionWriter(save, budgets).AddAsync(transactions, cancellationToken).ConfigureAwait(false);
    }
}
