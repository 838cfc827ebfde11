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

    protected override void CheckAlone(TransactionChange command, Problems problems)
    {
        problems.RequireText(nameof(command.Description), command.Description, "Description cannot be empty");
        problems.RequireAmount(nameof(command.Amount), command.Amount);
        problems.CheckText(nameof(command.Notes), command.Notes);
        problems.CheckAmount(nameof(command.SalesTax), command.SalesTax);
        if (problems.Knows(nameof(command.Splits)))
        {
            CheckSplits(command, problems);
        }
    }

    protected override async Task<LockedRows> CheckAsync(RunningSave save, TransactionChange command, Problems problems, CancellationToken cancellationToken)
    {
        // The transaction's row is locked before its splits are read, then all budgets in one order.
        var stored = command.Id is { } id ? await LockAsync(save, id, cancellationToken).ConfigureAwait(false) : null;
        var used = (stored?.Splits ?? []).Where(split => split.BudgetId is not null).Select(split => split.BudgetId!.Value).ToHashSet();
        var wanted = Budgets(command, problems);
        var budgets = await LockedBudgets.LockAsync(save, wanted.Select(split => split.BudgetId).Concat(used), cancellationToken).ConfigureAwait(false);
        var isNew = command.Id is null && problems.Knows(nameof(command.Id));
        foreach (var (index, budgetId) in wanted)
        {
            CheckBudget(Path(index, nameof(Split.BudgetId)), budgets.Find(budgetId), budgetId, isNew, used.Contains(budgetId), problems);
        }

        CheckSum(command, problems);
        problems.CheckDate(nameof(command.Date), command.Date, stored?.Date);
        await CheckRowsAsync(save.Database, command, stored, problems, cancellationToken).ConfigureAwait(false);
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
        return await WriteAsync(transaction, command.Splits, new TransactionWriter(save.Database, rows.Budgets), cancellationToken).ConfigureAwait(false) is { } refusal
            ? new Outcome<int>.Invalid([new Problem(nameof(command.Splits), ProblemCode.OutOfRange, refusal)])
            : new Outcome<int>.Saved(transaction.Id);
    }

    private static void CheckSplits(TransactionChange command, Problems problems)
    {
        if (command.Splits.Count > TransactionChange.MostSplits)
        {
            problems.Add(nameof(command.Splits), ProblemCode.TooMany, string.Create(CultureInfo.InvariantCulture, $"A transaction can have at most {TransactionChange.MostSplits} splits."));
            return;
        }

        if (command.Splits.Count == 0)
        {
            problems.Add(nameof(command.Splits), ProblemCode.Missing, "Transactions must have a budget.");
        }

        var known = Budgets(command, problems).Select(split => split.BudgetId).ToList();
        if (known.Distinct().Count() < known.Count)
        {
            problems.Add(nameof(command.Splits), ProblemCode.Repeated, "Error: A given budget may only be specified once.");
        }

        foreach (var (index, split) in command.Splits.Index())
        {
            problems.CheckAmount(Path(index, nameof(split.Amount)), split.Amount);
        }
    }

    private static string Path(int split, string property) => string.Create(CultureInfo.InvariantCulture, $"{nameof(TransactionChange.Splits)}[{split}].{property}");

    /// <summary>The budgets that are known, each with the place of its split; none when there are too many to look at.</summary>
    private static List<(int Index, int BudgetId)> Budgets(TransactionChange command, Problems problems) => problems.Knows(nameof(command.Splits)) && command.Splits.Count <= TransactionChange.MostSplits
        ? [.. command.Splits.Index().Where(split => problems.Knows(Path(split.Index, nameof(Split.BudgetId)))).Select(split => (split.Index, split.Item.BudgetId))]
        : [];

    private static void CheckBudget(string property, Budget? budget, int id, bool isNew, bool isUsed, Problems problems)
    {
        switch (budget)
        {
            case null:
                problems.Add(property, ProblemCode.NotFound, string.Create(CultureInfo.InvariantCulture, $"Budget ID {id} is invalid."));
                break;
            case { IsActive: not true } when isNew:
                problems.Add(property, ProblemCode.Inactive, $"New transactions cannot use an inactive budget ({budget.Name}).");
                break;
            case { IsActive: not true } when !isUsed:
                problems.Add(property, ProblemCode.Inactive, $"Existing transactions cannot be changed to use an inactive budget ({budget.Name}).");
                break;
        }
    }

    private static void CheckSum(TransactionChange command, Problems problems)
    {
        var isKnown = problems.Knows(nameof(command.Amount)) && problems.Knows(nameof(command.Splits))
            && command.Splits.Count is > 0 and <= TransactionChange.MostSplits
            && Enumerable.Range(0, command.Splits.Count).All(index => problems.Knows(Path(index, nameof(Split.Amount))));
        if (!isKnown)
        {
            return;
        }

        // The sum starts at 0.0, so that it always shows a decimal (spec/domain.md §7).
        var sum = command.Splits.Aggregate(0.0m, (total, split) => total + split.Amount);
        if (sum != command.Amount)
        {
            problems.Add(
                nameof(command.Splits),
                ProblemCode.SumDiffers,
                string.Create(CultureInfo.InvariantCulture, $"Sum of all budget amounts ({sum}) must equal Transaction amount ({command.Amount})."));
        }
    }

    private static async Task CheckRowsAsync(BudgetDbContext database, TransactionChange command, Transaction? stored, Problems problems, CancellationToken cancellationToken)
    {
        if (command.Id is not null && stored is null)
        {
            problems.Refuse(ProblemCode.NotFound, string.Create(CultureInfo.InvariantCulture, $"Error: no Transaction with ID {command.Id}"));
        }
        else if (command.Id is not null && await database.Reconciliations.AnyAsync(reconciliation => reconciliation.TransactionId == command.Id, cancellationToken).ConfigureAwait(false))
        {
            problems.Refuse(ProblemCode.Reconciled, string.Create(CultureInfo.InvariantCulture, $"Transaction {command.Id} is already reconciled; cannot be edited."));
        }
        else if (problems.Knows(nameof(command.AccountId)) && !await HasAccount.For(database)(database, command.AccountId).ConfigureAwait(false))
        {
            problems.Refuse(ProblemCode.NotFound, string.Create(CultureInfo.InvariantCulture, $"Error: no Account with ID {command.AccountId}"));
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
