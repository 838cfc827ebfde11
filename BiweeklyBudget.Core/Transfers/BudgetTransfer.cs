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
    public Task<SaveResult> ExecuteAsync(FormValues form, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        return AtomicSave.RunAsync(database, token => SaveAsync(form, token), duplicate: null, cancellationToken);
    }

    private async Task<SaveResult> SaveAsync(FormValues form, CancellationToken cancellationToken)
    {
        var fields = new FieldReader(form);
        var date = TransferWriter.Date(fields);
        var amount = fields.PositiveAmount("amount");
        var accountId = fields.Reference("account", "Transactions must have an account");
        var fromId = fields.Reference("from_budget", "from_budget cannot be empty");
        var toId = fields.Reference("to_budget", "to_budget cannot be empty");
        var notes = fields.Text("notes");
        var budgets = await LockedBudgets.LockAsync(database, new[] { fromId, toId }.OfType<int>(), cancellationToken);
        var from = fromId is null ? null : budgets.Find(fromId.Value);
        var to = toId is null ? null : budgets.Find(toId.Value);
        Check(fields.Errors, from, to, toId);
        if (fields.Errors.Any)
        {
            return new SaveResult.Refused(fields.Errors);
        }

        if (!await database.Accounts.AnyAsync(account => account.Id == accountId, cancellationToken))
        {
            return new SaveResult.Failed($"Error: no Account with ID {accountId}");
        }

        if (from is null)
        {
            return new SaveResult.Failed($"Error: no Budget with ID {fromId}");
        }

        var description = $"Budget Transfer - {form["amount"].Text.Trim()} from {from.Name} ({fromId}) to {to!.Name} ({toId})";
        var first = TransferWriter.Half(date!.Value, accountId!.Value, from.Id, amount!.Value, description, notes);
        var second = TransferWriter.Half(date.Value, accountId.Value, to.Id, -amount.Value, description, notes);
        if (await TransferWriter.AddAsync(database, budgets, first, second, cancellationToken) is { } refusal)
        {
            return new SaveResult.Refused(fields.Errors.Add("amount", refusal));
        }

        foreach (var transaction in new[] { first, second })
        {
            database.Reconciliations.Add(new Reconciliation { TransactionId = transaction.Id, Note = transaction.Description, ReconciledAt = time.GetUtcNow().UtcDateTime });
        }

        await database.SaveChangesAsync(cancellationToken);
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
}
