using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Forms;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Transfers;

/// <summary>
/// Moves money from one budget to another on one account: two linked transactions, both reconciled at once (spec/http-api.md
/// §11.3, spec/domain.md §10).
/// </summary>
/// <param name="database">The database.</param>
/// <param name="time">The clock, for the time of reconciling.</param>
public sealed class BudgetTransfer(BudgetDbContext database, TimeProvider time)
{
    /// <summary>Saves a form with the fields <c>date</c>, <c>amount</c>, <c>account</c>, <c>from_budget</c>, <c>to_budget</c> and <c>notes</c>.</summary>
    /// <param name="form">The submitted fields.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    /// <returns>Saved with the ids of both transactions, or why not.</returns>
    public Task<SaveResult> ExecuteAsync(FormValues form, CancellationToken cancellationToken = default) =>
        FormSave.RunAsync(database, form, Read, SaveAsync, duplicate: null, cancellationToken);

    private static Fields Read(FieldReader fields) => new(
        Date: TransferWriter.Date(fields),
        Amount: fields.PositiveAmount("amount"),
        AmountText: fields.Form["amount"].Text.Trim(),
        AccountId: fields.Reference("account", "Transactions must have an account"),
        FromId: fields.Reference("from_budget", "from_budget cannot be empty"),
        ToId: fields.Reference("to_budget", "to_budget cannot be empty"),
        Notes: fields.LimitedText("notes"));

    private async Task<SaveResult> SaveAsync(RunningSave save, Fields fields, FieldErrors errors, CancellationToken cancellationToken)
    {
        var budgets = await LockedBudgets.LockAsync(save, new[] { fields.FromId, fields.ToId }.OfType<int>(), cancellationToken).ConfigureAwait(false);
        var from = fields.FromId is { } fromId ? budgets.Find(fromId) : null;
        var to = fields.ToId is { } toId ? budgets.Find(toId) : null;
        Check(errors, from, to, fields.ToId);
        if (errors.Any)
        {
            return new SaveResult.Refused(errors);
        }

        if (!await save.Database.Accounts.AnyAsync(account => account.Id == fields.AccountId, cancellationToken).ConfigureAwait(false))
        {
            return new SaveResult.Failed($"Error: no Account with ID {fields.AccountId}");
        }

        if (from is null)
        {
            return new SaveResult.Failed($"Error: no Budget with ID {fields.FromId}");
        }

        var description = $"Budget Transfer - {fields.AmountText} from {from.Name} ({fields.FromId}) to {to!.Name} ({fields.ToId})";
        var first = TransferWriter.Half(fields.Date!.Value, fields.AccountId!.Value, from.Id, fields.Amount!.Value, description, fields.Notes);
        var second = TransferWriter.Half(fields.Date.Value, fields.AccountId.Value, to.Id, -fields.Amount.Value, description, fields.Notes);
        if (await TransferWriter.AddAsync(save, budgets, first, second, cancellationToken).ConfigureAwait(false) is { } refusal)
        {
            return new SaveResult.Refused(errors.Add("amount", refusal));
        }

        foreach (var transaction in new[] { first, second })
        {
            save.Database.Reconciliations.Add(new Reconciliation { TransactionId = transaction.Id, Note = transaction.Description, ReconciledAt = time.GetUtcNow().UtcDateTime });
        }

        await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return TransferWriter.Saved(first, second);
    }

    private static void Check(FieldErrors errors, Budget? from, Budget? to, int? toId)
    {
        if (toId is not null && to is null)
        {
            errors.Add("to_budget", "to_budget ID does not exist");
        }

        if (from is { IsActive: not true })
        {
            errors.Add("from_budget", "from_budget must be active");
        }

        if (to is { IsActive: not true })
        {
            errors.Add("to_budget", "to_budget must be active");
        }

        if (from is not null && from.Id == to?.Id)
        {
            errors.Add("to_budget", "from_budget and to_budget must be different");
        }
    }

    private sealed record Fields(DateOnly? Date, decimal? Amount, string AmountText, int? AccountId, int? FromId, int? ToId, string Notes);
}
