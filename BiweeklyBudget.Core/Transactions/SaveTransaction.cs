using System.Globalization;
using BiweeklyBudget.Core.Budgets;
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
internal sealed class SaveTransaction(BudgetDbContext database) : SaveOperation<TransactionChange, SaveTransaction.LockedRows, int>(database)
{
    private static readonly CompiledQuery<Func<BudgetDbContext, int, Task<bool>>> HasAccount = new(() => EF.CompileAsyncQuery((BudgetDbContext database, int id) => database.Accounts.Any(account => account.Id == id)));

    protected override void CheckAlone(TransactionChange command, Problems problems) => TransactionRules.CheckAlone(command, problems);

    protected override async Task<LockedRows> CheckAsync(RunningSave save, TransactionChange command, Problems problems, CancellationToken cancellationToken)
    {
        // The transaction's row is locked before its splits are read, then all budgets in one order: as the last, because others wait for them.
        var stored = command.Id is { } id ? await LockAsync(save, id, cancellationToken).ConfigureAwait(false) : null;
        await CheckRowsAsync(save.Database, command, stored, problems, cancellationToken).ConfigureAwait(false);
        var used = (stored?.Splits ?? []).Where(split => split.BudgetId is not null).Select(split => split.BudgetId!.Value).ToHashSet();
        var budgets = await LockedBudgets.LockAsync(save, TransactionRules.BudgetsOf(command, problems).Concat(used), cancellationToken).ConfigureAwait(false);
        TransactionRules.CheckSplits(command, budgets, used, problems);
        problems.CheckDate(nameof(command.Date), command.Date, stored?.Date);
        return new LockedRows(stored, budgets);
    }

    protected override async Task<Outcome<int>> StoreAsync(RunningSave save, TransactionChange command, LockedRows rows, CancellationToken cancellationToken)
    {
        var transaction = rows.Stored ?? new Transaction();
        transaction.Date = command.Date;
        transaction.Description = command.Description;
        transaction.AccountId = command.AccountId;
        transaction.Notes = command.Notes;
        transaction.SalesTax = command.SalesTax;
        return await WriteAsync(transaction, command.Splits, new TransactionWriter(save, rows.Budgets), cancellationToken).ConfigureAwait(false) is { } refusal
            ? new Outcome<int>.Invalid([new Problem(nameof(command.Splits), ProblemCode.OutOfRange, refusal)])
            : new Outcome<int>.Saved(transaction.Id);
    }

    private static async Task CheckRowsAsync(BudgetDbContext database, TransactionChange command, Transaction? stored, Problems problems, CancellationToken cancellationToken)
    {
        if (command.Id is not null && stored is null)
        {
            problems.Refuse(ProblemCode.NotFound, string.Create(CultureInfo.InvariantCulture, $"Error: no Transaction with ID {command.Id}"), plain: PlainProblems.Gone("transaction"));
        }
        else if (command.Id is not null && await database.Reconciliations.AnyAsync(reconciliation => reconciliation.TransactionId == command.Id, cancellationToken).ConfigureAwait(false))
        {
            problems.Refuse(ProblemCode.Reconciled, string.Create(CultureInfo.InvariantCulture, $"Transaction {command.Id} is already reconciled; cannot be edited."), plain: PlainProblems.Reconciled(stored!));
        }
        else if (problems.Knows(nameof(command.AccountId)) && !await HasAccount.For(database)(database, command.AccountId).ConfigureAwait(false))
        {
            problems.Refuse(ProblemCode.NotFound, string.Create(CultureInfo.InvariantCulture, $"Error: no Account with ID {command.AccountId}"), plain: PlainProblems.Gone("account"));
        }
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

    private static Task<string?> WriteAsync(Transaction transaction, IReadOnlyList<Split> splits, TransactionWriter writer, CancellationToken cancellationToken)
    {
        if (transaction.Id != 0)
        {
            return writer.ChangeAsync(transaction, splits, cancellationToken);
        }

        foreach (var (budget, amount) in splits)
        {
            transaction.Splits.Add(new TransactionSplit { BudgetId = budget, Amount = amount });
        }

        return writer.AddAsync([transaction], cancellationToken);
    }

    /// <summary>The stored transaction with its splits, null for a new one, and all budgets of the splits before and after.</summary>
    internal sealed record LockedRows(Transaction? Stored, LockedBudgets Budgets);
}
