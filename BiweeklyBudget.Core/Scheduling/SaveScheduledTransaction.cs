using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.Forms;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Scheduling;

/// <summary>Adds or edits a scheduled transaction of one of the five types (spec/http-api.md §8.1, spec/domain.md §9).</summary>
/// <param name="database">The database.</param>
public sealed class SaveScheduledTransaction(BudgetDbContext database)
{
    /// <summary>Saves a form with the fields of spec/http-api.md §8.1.</summary>
    /// <param name="form">The submitted fields.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    /// <returns>Saved with the scheduled transaction's id, or why not.</returns>
    public Task<SaveResult> ExecuteAsync(FormValues form, CancellationToken cancellationToken = default) =>
        FormSave.RunAsync(database, form, Read, SaveAsync, duplicate: null, cancellationToken);

    private static Fields Read(FieldReader fields) => new(
        Id: fields.RowId(),
        Description: fields.RequiredText("description", "Description cannot be empty"),
        Amount: fields.NonZeroAmount("amount"),
        SalesTax: fields.AmountOrNull("sales_tax") ?? 0m,
        AccountId: fields.Reference("account", "Transactions must have an account"),
        BudgetId: fields.Reference("budget", "Transactions must have a budget"),
        Notes: fields.LimitedText("notes"),
        IsActive: fields.Flag("is_active"),
        Schedule: ScheduleFields.Read(fields));

    private static async Task<SaveResult> SaveAsync(RunningSave save, Fields fields, FieldErrors errors, CancellationToken cancellationToken)
    {
        if (errors.Any)
        {
            return new SaveResult.Refused(errors);
        }

        var scheduled = fields.Id is { } id ? await save.Rows.ScheduledTransactionAsync(id, cancellationToken).ConfigureAwait(false) : new ScheduledTransaction();
        if (scheduled is null)
        {
            return new SaveResult.Failed($"Error: no ScheduledTransaction with ID {fields.Id}");
        }

        if (!await save.Database.Accounts.AnyAsync(account => account.Id == fields.AccountId, cancellationToken).ConfigureAwait(false))
        {
            return new SaveResult.Failed($"Error: no Account with ID {fields.AccountId}");
        }

        if (!await save.Database.Budgets.AnyAsync(budget => budget.Id == fields.BudgetId, cancellationToken).ConfigureAwait(false))
        {
            return new SaveResult.Failed($"Error: no Budget with ID {fields.BudgetId}");
        }

        scheduled.Description = fields.Description;
        scheduled.Amount = fields.Amount!.Value;
        scheduled.SalesTax = fields.SalesTax;
        scheduled.AccountId = fields.AccountId;
        scheduled.BudgetId = fields.BudgetId;
        scheduled.Notes = fields.Notes;
        scheduled.IsActive = fields.IsActive ?? scheduled.IsActive;
        StoredSchedule.Write(fields.Schedule, scheduled);
        if (fields.Id is null)
        {
            save.Database.ScheduledTransactions.Add(scheduled);
        }

        await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return new SaveResult.Saved($"Successfully saved ScheduledTransaction {scheduled.Id} in database.", scheduled.Id);
    }

    private sealed record Fields(int? Id, string Description, decimal? Amount, decimal SalesTax, int? AccountId, int? BudgetId, string Notes, bool? IsActive, Schedule Schedule);
}
