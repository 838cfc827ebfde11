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
    public Task<SaveResult> ExecuteAsync(FormValues form, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        return AtomicSave.RunAsync(database, token => SaveAsync(form, token), duplicate: null, cancellationToken);
    }

    private async Task<SaveResult> SaveAsync(FormValues form, CancellationToken cancellationToken)
    {
        var fields = new FieldReader(form);
        var id = fields.RowId();
        var description = fields.RequiredText("description", "Description cannot be empty");
        var amount = fields.NonZeroAmount("amount");
        var salesTax = fields.AmountOrNull("sales_tax") ?? 0m;
        var accountId = fields.Reference("account", "Transactions must have an account");
        var budgetId = fields.Reference("budget", "Transactions must have a budget");
        var notes = fields.Text("notes");
        var isActive = fields.Flag("is_active");
        var schedule = ScheduleFields.Read(fields);
        if (fields.Errors.Any)
        {
            return new SaveResult.Refused(fields.Errors);
        }

        var scheduled = id is null ? new ScheduledTransaction() : await LockAsync(database, id.Value, cancellationToken);
        if (scheduled is null)
        {
            return new SaveResult.Failed($"Error: no ScheduledTransaction with ID {id}");
        }

        if (!await database.Accounts.AnyAsync(account => account.Id == accountId, cancellationToken))
        {
            return new SaveResult.Failed($"Error: no Account with ID {accountId}");
        }

        if (!await database.Budgets.AnyAsync(budget => budget.Id == budgetId, cancellationToken))
        {
            return new SaveResult.Failed($"Error: no Budget with ID {budgetId}");
        }

        scheduled.Description = description;
        scheduled.Amount = amount!.Value;
        scheduled.SalesTax = salesTax;
        scheduled.AccountId = accountId;
        scheduled.BudgetId = budgetId;
        scheduled.Notes = notes;
        scheduled.IsActive = isActive ?? scheduled.IsActive;
        StoredSchedule.Write(schedule, scheduled);
        if (id is null)
        {
            database.ScheduledTransactions.Add(scheduled);
        }

        await database.SaveChangesAsync(cancellationToken);
        return new SaveResult.Saved($"Successfully saved ScheduledTransaction {scheduled.Id} in database.", scheduled.Id);
    }

    /// <summary>Locks a scheduled transaction's row until the running database transaction ends, and reads it tracked.</summary>
    internal static async Task<ScheduledTransaction?> LockAsync(BudgetDbContext database, int id, CancellationToken cancellationToken)
    {
        var row = database.ScheduledTransactions.Where(scheduled => scheduled.Id == id);
        await row.ExecuteUpdateAsync(set => set.SetProperty(scheduled => scheduled.SalesTax, scheduled => scheduled.SalesTax), cancellationToken);
        return await row.SingleOrDefaultAsync(cancellationToken);
    }
}
