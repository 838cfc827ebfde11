using System.Globalization;
using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.Forms;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Transactions;

namespace BiweeklyBudget.Core.Scheduling;

/// <summary>
/// Skips an occurrence of a scheduled transaction in one pay period: a transaction of 0 stands in for it, reconciled at once
/// so that it never shows up for reconciling (spec/http-api.md §9.2, spec/domain.md §9).
/// </summary>
/// <param name="database">The database.</param>
/// <param name="time">The clock, for the time of reconciling.</param>
public sealed class SkipScheduledTransaction(BudgetDbContext database, TimeProvider time)
{
    /// <summary>Saves a form with the fields <c>id</c>, <c>payperiod_start_date</c> (any day of the period will do) and <c>notes</c>.</summary>
    /// <param name="form">The submitted fields.</param>
    /// <param name="calendar">When the user is paid.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    /// <returns>Saved with the new transaction's id, or why not.</returns>
    public Task<SaveResult> ExecuteAsync(FormValues form, PayCalendar calendar, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(calendar);
        return AtomicSave.RunAsync(database, token => SaveAsync(form, calendar, token), duplicate: null, cancellationToken);
    }

    private async Task<SaveResult> SaveAsync(FormValues form, PayCalendar calendar, CancellationToken cancellationToken)
    {
        var fields = new FieldReader(form);
        var id = fields.Reference("id", "Scheduled transaction cannot be empty");
        var date = fields.Date("payperiod_start_date");
        var notes = fields.RequiredText("notes", "Notes cannot be empty");
        if (fields.Errors.Any)
        {
            return new SaveResult.Refused(fields.Errors);
        }

        var scheduled = await SaveScheduledTransaction.LockAsync(database, id!.Value, cancellationToken);
        if (scheduled is null)
        {
            return new SaveResult.Failed($"Error: no ScheduledTransaction with ID {id}");
        }

        var start = calendar.Containing(date!.Value).Start;
        var transaction = ConvertScheduledTransaction.OccurrenceOf(scheduled, 0m);
        transaction.Date = start;
        transaction.Description = string.Create(CultureInfo.InvariantCulture, $"Skip ScheduledTransaction {id} in period {start:yyyy-MM-dd}");
        transaction.Notes = notes;
        transaction.BudgetedAmount = 0m;
        var budgets = await LockedBudgets.LockAsync(database, transaction.Splits.Select(split => split.BudgetId!.Value), cancellationToken);
        await new TransactionWriter(database, budgets).AddAsync([transaction], cancellationToken);
        database.Reconciliations.Add(new Reconciliation { TransactionId = transaction.Id, Note = transaction.Description, ReconciledAt = time.GetUtcNow().UtcDateTime });
        await database.SaveChangesAsync(cancellationToken);
        return new SaveResult.Saved($"Successfully created Transaction {transaction.Id} to skip ScheduledTransaction {id}.", transaction.Id);
    }
}
