using System.Globalization;
using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.Forms;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Transactions;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Scheduling;

/// <summary>
/// Makes a real transaction from an occurrence of a scheduled one (spec/http-api.md §9.1, spec/domain.md §9). The same form
/// sent twice makes one transaction: the second is refused, since a transaction that equals it in everything exists already
/// (D 10). Converting more often than planned stays possible.
/// </summary>
/// <param name="database">The database.</param>
public sealed class ConvertScheduledTransaction(BudgetDbContext database)
{
    /// <summary>Saves a form with the fields of spec/http-api.md §9.1.</summary>
    /// <param name="form">The submitted fields.</param>
    /// <param name="calendar">When the user is paid.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    /// <returns>Saved with the new transaction's id, or why not.</returns>
    public Task<SaveResult> ExecuteAsync(FormValues form, PayCalendar calendar, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return FormSave.RunAsync(database, form, fields => Read(fields, calendar), SaveAsync, duplicate: null, cancellationToken);
    }

    private static Fields Read(FieldReader fields, PayCalendar calendar)
    {
        var id = fields.Reference("id", "Scheduled transaction cannot be empty");
        var date = fields.Date("date");
        var shown = fields.IsBlank("payperiod_start_date") ? null : fields.Date("payperiod_start_date");
        if (date is not null && shown is not null && !calendar.Containing(shown.Value).Contains(date.Value))
        {
            fields.Errors.Add("date", "Date must be in current pay period");
        }

        // Upstream keeps blanks around these two texts here, unlike in all other forms.
        var description = fields.LimitedVerbatimText("description");
        if (fields.IsBlank("description"))
        {
            fields.Errors.Add("description", "Description cannot be empty");
        }

        return new Fields(id, date, description, fields.NonZeroAmount("amount"), fields.AmountOrNull("sales_tax") ?? 0m, fields.LimitedVerbatimText("notes"));
    }

    private static async Task<SaveResult> SaveAsync(RunningSave save, Fields fields, FieldErrors errors, CancellationToken cancellationToken)
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

        var transaction = OccurrenceOf(scheduled, fields.Amount!.Value);
        transaction.Date = fields.Date;
        transaction.Description = fields.Description;
        transaction.Notes = fields.Notes;
        transaction.SalesTax = fields.SalesTax;
        transaction.BudgetedAmount = scheduled.Amount;
        if (await SameAsync(save.Database, transaction, cancellationToken).ConfigureAwait(false) is { } same)
        {
            return new SaveResult.Failed($"ScheduledTransaction {fields.Id} was already converted with the same values, to Transaction {same}. Change the description or the notes to convert it again.");
        }

        var budgets = await LockedBudgets.LockAsync(save, transaction.Splits.Select(split => split.BudgetId!.Value), cancellationToken).ConfigureAwait(false);
        return await new TransactionWriter(save.Database, budgets).AddAsync([transaction], cancellationToken).ConfigureAwait(false) is { } refusal
            ? new SaveResult.Refused(errors.Add("amount", refusal))
            : new SaveResult.Saved(string.Create(CultureInfo.InvariantCulture, $"Successfully created Transaction {transaction.Id} for ScheduledTransaction {fields.Id}."), transaction.Id);
    }

    /// <summary>A transaction linked to a schedule, with one split on its budget; none when the schedule has no budget.</summary>
    internal static Transaction OccurrenceOf(ScheduledTransaction scheduled, decimal amount)
    {
        var transaction = new Transaction { AccountId = scheduled.AccountId, PlannedBudgetId = scheduled.BudgetId, ScheduledTransactionId = scheduled.Id };
        if (scheduled.BudgetId is { } budget)
        {
            transaction.Splits.Add(new TransactionSplit { BudgetId = budget, Amount = amount });
        }

        return transaction;
    }

    private static async Task<int?> SameAsync(BudgetDbContext database, Transaction wanted, CancellationToken cancellationToken)
    {
        var candidates = await database.Transactions.AsNoTracking().Include(other => other.Splits)
            .Where(other => other.ScheduledTransactionId == wanted.ScheduledTransactionId && other.Date == wanted.Date && other.SalesTax == wanted.SalesTax)
            .OrderBy(other => other.Id)
            .ToListAsync(cancellationToken).ConfigureAwait(false);

        // Texts are compared here, because the database's collation takes different ones for equal.
        var total = wanted.Splits.Sum(split => split.Amount);
        return candidates.Find(other => other.Description == wanted.Description && (other.Notes ?? "") == wanted.Notes && other.Splits.Sum(split => split.Amount) == total)?.Id;
    }

    private sealed record Fields(int? Id, DateOnly? Date, string Description, decimal? Amount, decimal SalesTax, string Notes);
}
