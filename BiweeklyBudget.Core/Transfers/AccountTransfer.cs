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
        var budgetId = fields.Reference("budget", "Transactions must have a budget");
        var from = await AccountAsync(fields, "from_account", "From Account", cancellationToken);
        var to = await AccountAsync(fields, "to_account", "To Account", cancellationToken);
        if (from is not null && from.Id == to?.Id)
        {
            fields.Errors.Add("to_account", "From Account and To Account must be different");
        }

        var notes = fields.Text("notes");
        var budgets = await LockedBudgets.LockAsync(database, new[] { budgetId }.OfType<int>(), cancellationToken);
        var budget = budgetId is null ? null : budgets.Find(budgetId.Value);
        if (budget is { IsActive: not true })
        {
            fields.Errors.Add("budget", "Budget must be active");
        }

        if (fields.Errors.Any)
        {
            return new SaveResult.Refused(fields.Errors);
        }

        if (budget is null)
        {
            return new SaveResult.Failed($"Error: no Budget with ID {budgetId}");
        }

        var description = $"Account Transfer - {form["amount"].Text.Trim()} from {from!.Name} ({from.Id}) to {to!.Name} ({to.Id})";
        var first = TransferWriter.Half(date!.Value, from.Id, budget.Id, amount!.Value, description, notes);
        var second = TransferWriter.Half(date.Value, to.Id, budget.Id, -amount.Value, description, notes);
        return await TransferWriter.AddAsync(database, budgets, first, second, cancellationToken) is { } refusal
            ? new SaveResult.Refused(fields.Errors.Add("amount", refusal))
            : TransferWriter.Saved(first, second);
    }

    private async Task<Account?> AccountAsync(FieldReader fields, string field, string label, CancellationToken cancellationToken)
    {
        if (fields.Reference(field, $"{label} cannot be empty") is not { } id)
        {
            return null;
        }

        var account = await database.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.Id == id, cancellationToken);
        if (account is null)
        {
            fields.Errors.Add(field, $"{field} ID does not exist");
            return null;
        }

        if (account.IsActive != true)
        {
            fields.Errors.Add(field, $"{label} must be active");
        }

        if (account.Type is not (AccountType.Bank or AccountType.Investment or AccountType.Cash or AccountType.Other))
        {
            fields.Errors.Add(field, $"{label} type is not transferrable");
        }

        return account;
    }
}
