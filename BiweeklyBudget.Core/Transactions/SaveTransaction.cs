using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Forms;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Transactions;

/// <summary>
/// Adds or edits a transaction with its splits (spec/http-api.md §7.1, spec/domain.md §7). The splits become exactly those given
/// and standing balances move by the difference to what is stored at that moment, so that two editors of one transaction end
/// in the sum of one of them, never in a mixture.
/// </summary>
/// <param name="database">The database.</param>
public sealed class SaveTransaction(BudgetDbContext database)
{
    /// <summary>Saves a form with the fields <c>id</c>, <c>date</c>, <c>amount</c>, <c>description</c>, <c>account</c>, <c>notes</c>, <c>sales_tax</c> and <c>budgets</c>.</summary>
    /// <param name="form">The submitted fields.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    /// <returns>Saved with the transaction's id, or why not.</returns>
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
        var accountId = fields.Reference("account", "Transactions must have an account");
        if (fields.IsBlank("date"))
        {
            fields.Errors.Add("date", "Transactions must have a date");
        }

        var date = fields.Date("date");
        var notes = fields.Text("notes");
        var salesTax = fields.AmountOrNull("sales_tax") ?? 0m;
        var splits = SplitFields.Read(form, fields.Errors);

        // The transaction's row is locked before its splits are read, then all budgets in one order.
        var isNew = fields.IsBlank("id");
        var transaction = id is null ? null : await LockAsync(id.Value, cancellationToken);
        var used = (transaction?.Splits ?? []).Where(split => split.BudgetId is not null).Select(split => split.BudgetId!.Value).ToHashSet();
        var budgets = await LockedBudgets.LockAsync(database, splits.BudgetIds.Concat(used), cancellationToken);
        splits.Check(budget => Objection(budgets.Find(budget), budget, isNew, used), amount, form["amount"].Text, fields.Errors);
        if (fields.Errors.Any)
        {
            return new SaveResult.Refused(fields.Errors);
        }

        if (id is not null && transaction is null)
        {
            return new SaveResult.Failed($"Error: no Transaction with ID {id}");
        }

        if (id is not null && await database.Reconciliations.AnyAsync(reconciliation => reconciliation.TransactionId == id, cancellationToken))
        {
            return new SaveResult.Failed($"Transaction {id} is already reconciled; cannot be edited.");
        }

        if (!await database.Accounts.AnyAsync(account => account.Id == accountId, cancellationToken))
        {
            return new SaveResult.Failed($"Error: no Account with ID {accountId}");
        }

        transaction ??= new Transaction();
        transaction.Date = date;
        transaction.Description = description;
        transaction.AccountId = accountId;
        transaction.Notes = notes;
        transaction.SalesTax = salesTax;
        return await WriteAsync(transaction, splits.Amounts, new TransactionWriter(database, budgets), cancellationToken) is { } refusal
            ? new SaveResult.Refused(fields.Errors.Add("budgets", refusal))
            : new SaveResult.Saved($"Successfully saved Transaction {transaction.Id}  in database.", transaction.Id);
    }

    private async Task<Transaction?> LockAsync(int id, CancellationToken cancellationToken)
    {
        var row = database.Transactions.Where(transaction => transaction.Id == id);
        await row.ExecuteUpdateAsync(set => set.SetProperty(transaction => transaction.SalesTax, transaction => transaction.SalesTax), cancellationToken);
        return await row.Include(transaction => transaction.Splits).SingleOrDefaultAsync(cancellationToken);
    }

    private static string? Objection(Budget? budget, int id, bool isNew, HashSet<int> used) => budget switch
    {
        null => $"Budget ID {id} is invalid.",
        { IsActive: true } => null,
        _ when isNew => $"New transactions cannot use an inactive budget ({budget.Name}).",
        _ when used.Contains(id) => null,
        _ => $"Existing transactions cannot be changed to use an inactive budget ({budget.Name}).",
    };

    private static Task<string?> WriteAsync(Transaction transaction, IReadOnlyList<KeyValuePair<int, decimal>> amounts, TransactionWriter writer, CancellationToken cancellationToken)
    {
        if (transaction.Id != 0)
        {
            return writer.ChangeAsync(transaction, amounts, cancellationToken);
        }

        foreach (var (budget, amount) in amounts)
        {
            transaction.Splits.Add(new TransactionSplit { BudgetId = budget, Amount = amount });
        }

        return writer.AddAsync([transaction], cancellationToken);
    }
}
