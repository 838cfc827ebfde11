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
    public Task<SaveResult> ExecuteAsync(FormValues form, CancellationToken cancellationToken = default) =>
        FormSave.RunAsync(database, form, Read, SaveAsync, duplicate: null, cancellationToken);

    private static Fields Read(FieldReader fields)
    {
        var id = fields.RowId();
        var description = fields.RequiredText("description", "Description cannot be empty");
        var amount = fields.NonZeroAmount("amount");
        var accountId = fields.Reference("account", "Transactions must have an account");
        if (fields.IsBlank("date"))
        {
            fields.Errors.Add("date", "Transactions must have a date");
        }

        var date = fields.Date("date");
        var notes = fields.LimitedText("notes");
        var salesTax = fields.AmountOrNull("sales_tax") ?? 0m;
        var splits = SplitFields.Read(fields.Form, fields.Errors);
        return new Fields
        {
            Id = id,
            IsNew = fields.IsBlank("id"),
            Description = description,
            Amount = amount,
            AmountText = fields.Form["amount"].Text,
            AccountId = accountId,
            Date = date,
            Notes = notes,
            SalesTax = salesTax,
            Splits = splits,
        };
    }

    private static async Task<SaveResult> SaveAsync(RunningSave save, Fields fields, FieldErrors errors, CancellationToken cancellationToken)
    {
        // The transaction's row is locked before its splits are read, then all budgets in one order.
        var transaction = fields.Id is { } wanted ? await LockAsync(save, wanted, cancellationToken).ConfigureAwait(false) : null;
        var used = (transaction?.Splits ?? []).Where(split => split.BudgetId is not null).Select(split => split.BudgetId!.Value).ToHashSet();
        var budgets = await LockedBudgets.LockAsync(save, fields.Splits.BudgetIds.Concat(used), cancellationToken).ConfigureAwait(false);
        fields.Splits.Check(budget => Objection(budgets.Find(budget), budget, fields.IsNew, used), fields.Amount, fields.AmountText, errors);
        if (errors.Any)
        {
            return new SaveResult.Refused(errors);
        }

        if (await RefusalAsync(save.Database, fields, transaction, cancellationToken).ConfigureAwait(false) is { } refusal)
        {
            return new SaveResult.Failed(refusal);
        }

        transaction ??= new Transaction();
        transaction.Date = fields.Date;
        transaction.Description = fields.Description;
        transaction.AccountId = fields.AccountId;
        transaction.Notes = fields.Notes;
        transaction.SalesTax = fields.SalesTax;
        return await WriteAsync(transaction, fields.Splits.Amounts, new TransactionWriter(save.Database, budgets), cancellationToken).ConfigureAwait(false) is { } mistake
            ? new SaveResult.Refused(errors.Add("budgets", mistake))
            : new SaveResult.Saved($"Successfully saved Transaction {transaction.Id}  in database.", transaction.Id);
    }

    private static async Task<string?> RefusalAsync(BudgetDbContext database, Fields fields, Transaction? stored, CancellationToken cancellationToken)
    {
        if (fields.Id is not null && stored is null)
        {
            return $"Error: no Transaction with ID {fields.Id}";
        }

        if (fields.Id is not null && await database.Reconciliations.AnyAsync(reconciliation => reconciliation.TransactionId == fields.Id, cancellationToken).ConfigureAwait(false))
        {
            return $"Transaction {fields.Id} is already reconciled; cannot be edited.";
        }

        return await database.Accounts.AnyAsync(account => account.Id == fields.AccountId, cancellationToken).ConfigureAwait(false) ? null : $"Error: no Account with ID {fields.AccountId}";
    }

    private static async Task<Transaction?> LockAsync(RunningSave save, int id, CancellationToken cancellationToken)
    {
        var transaction = (await save.Rows.TransactionsAsync([id], cancellationToken).ConfigureAwait(false)).GetValueOrDefault(id);
        if (transaction is not null)
        {
            await save.Database.TransactionSplits.Where(split => split.TransactionId == id).LoadAsync(cancellationToken).ConfigureAwait(false);
        }

        return transaction;
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

    private sealed record Fields
    {
        public required int? Id { get; init; }

        public required bool IsNew { get; init; }

        public required string Description { get; init; }

        public required decimal? Amount { get; init; }

        public required string AmountText { get; init; }

        public required int? AccountId { get; init; }

        public required DateOnly? Date { get; init; }

        public required string Notes { get; init; }

        public required decimal SalesTax { get; init; }

        public required SplitFields Splits { get; init; }
    }
}
