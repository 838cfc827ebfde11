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
        ArgumentNullException.ThrowIfNull(calendar);
        return FormSave.RunAsync(database, form, fields => Read(fields, calendar), SaveAsync, duplicate: null, cancellationToken);
    }

    private static Fields Read(FieldReader fields, PayCalendar calendar) => new(
        Id: fields.Reference("id", "Scheduled transaction cannot be empty"),
        Period: fields.Date("payperiod_start_date") is { } date ? calendar.Containing(date) : default,
        Notes: fields.RequiredText("notes", "Notes cannot be empty"));

    private async Task<SaveResult> SaveAsync(RunningSave save, Fields fields, FieldErrors errors, CancellationToken cancellationToken)
    {
        if (errors.Any)
        {
            return new SaveResult.Refused(errors);
        }

        var scheduled = await save.Rows.ScheduledTransactionAsync(fields.Id!.Value, cancellationToken).ConfigureAwait(false);
        if (scheduled is null)
        {
            return new SaveResult.Failed($"Error: no ScheduledTransaction with ID {fields.Id}");
        }

        var transaction = ConvertScheduledTransaction.OccurrenceOf(scheduled, 0m);
        transaction.Date = fields.Period.Start;
        transaction.Description = string.Create(CultureInfo.InvariantCulture, $"Skip ScheduledTransaction {fields.Id} in period {fields.Period.Start:yyyy-MM-dd}");
        transaction.Notes = fields.Notes;
        transaction.BudgetedAmount = 0m;
        var budgets = await LockedBudgets.LockAsync(save, transaction.Splits.Select(split => split.BudgetId!.Value), cancellationToken).ConfigureAwait(false);
        await new TransactionWriter(save.Database, budgets).AddAsync([transaction], cancellationToken).ConfigureAwait(false);
        save.Database.Reconciliations.Add(new Reconciliation { TransactionId = transaction.Id, Note = transaction.Description, ReconciledAt = time.GetUtcNow().UtcDateTime });
        await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return new SaveResult.Saved($"Successfully created Transaction {transaction.Id} to skip ScheduledTransaction {fields.Id}.", transaction.Id);
    }

    private sealed record Fields(int? Id, PayPeriod Period, string Notes);
}
