using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Forms;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Transfers;

/// <summary>
/// Moves money from one account to another: two linked transactions on one budget, whose sum stays the same
/// (spec/http-api.md §10.3, spec/domain.md §10). Credit accounts are not transferable.
/// </summary>
/// <param name="database">The database.</param>
public sealed class AccountTransfer(BudgetDbContext database)
{
    /// <summary>Saves a form with the fields <c>date</c>, <c>amount</c>, <c>budget</c>, <c>from_account</c>, <c>to_account</c> and <c>notes</c>.</summary>
    /// <param name="form">The submitted fields.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    /// <returns>Saved with the ids of both transactions, or why not.</returns>
    public Task<SaveResult> ExecuteAsync(FormValues form, CancellationToken cancellationToken = default) =>
        FormSave.RunAsync(database, form, Read, SaveAsync, duplicate: null, cancellationToken);

    private static Fields Read(FieldReader fields) => new(
        Date: TransferWriter.Date(fields),
        Amount: fields.PositiveAmount("amount"),
        AmountText: fields.Form["amount"].Text.Trim(),
        BudgetId: fields.Reference("budget", "Transactions must have a budget"),
        FromId: fields.Reference("from_account", "From Account cannot be empty"),
        ToId: fields.Reference("to_account", "To Account cannot be empty"),
        Notes: fields.LimitedText("notes"));

    private static async Task<SaveResult> SaveAsync(RunningSave save, Fields fields, FieldErrors errors, CancellationToken cancellationToken)
    {
        var from = await AccountAsync(save.Database, fields.FromId, "from_account", "From Account", errors, cancellationToken).ConfigureAwait(false);
        var to = await AccountAsync(save.Database, fields.ToId, "to_account", "To Account", errors, cancellationToken).ConfigureAwait(false);
        if (from is not null && from.Id == to?.Id)
        {
            errors.Add("to_account", "From Account and To Account must be different");
        }

        var budgets = await LockedBudgets.LockAsync(save, new[] { fields.BudgetId }.OfType<int>(), cancellationToken).ConfigureAwait(false);
        var budget = fields.BudgetId is { } id ? budgets.Find(id) : null;
        if (budget is { IsActive: not true })
        {
            errors.Add("budget", "Budget must be active");
        }

        if (errors.Any)
        {
            return new SaveResult.Refused(errors);
        }

        if (budget is null)
        {
            return new SaveResult.Failed($"Error: no Budget with ID {fields.BudgetId}");
        }

        var description = $"Account Transfer - {fields.AmountText} from {from!.Name} ({from.Id}) to {to!.Name} ({to.Id})";
        var first = TransferWriter.Half(fields.Date!.Value, from.Id, budget.Id, fields.Amount!.Value, description, fields.Notes);
        var second = TransferWriter.Half(fields.Date.Value, to.Id, budget.Id, -fields.Amount.Value, description, fields.Notes);
        return await TransferWriter.AddAsync(save, budgets, first, second, cancellationToken).ConfigureAwait(false) is { } refusal
            ? new SaveResult.Refused(errors.Add("amount", refusal))
            : TransferWriter.Saved(first, second);
    }

    private static async Task<Account?> AccountAsync(BudgetDbContext database, int? id, string field, string label, FieldErrors errors, CancellationToken cancellationToken)
    {
        if (id is null)
        {
            return null;
        }

        var account = await database.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.Id == id, cancellationToken).ConfigureAwait(false);
        if (account is null)
        {
            errors.Add(field, $"{field} ID does not exist");
            return null;
        }

        if (account.IsActive != true)
        {
            errors.Add(field, $"{label} must be active");
        }

        if (account.Type is not (AccountType.Bank or AccountType.Investment or AccountType.Cash or AccountType.Other))
        {
            errors.Add(field, $"{label} type is not transferrable");
        }

        return account;
    }

    private sealed record Fields(DateOnly? Date, decimal? Amount, string AmountText, int? BudgetId, int? FromId, int? ToId, string Notes);
}
