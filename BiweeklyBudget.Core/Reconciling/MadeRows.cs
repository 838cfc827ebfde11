using System.Collections.Frozen;
using System.Globalization;
using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Transactions;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Reconciling;

/// <summary>The transactions that a command makes from bank transactions: checked by the rules of every new transaction, and written with the balances that they move.</summary>
internal sealed class MadeRows
{
    private readonly IReadOnlyList<MadeTransaction> _made;
    private readonly LockedBudgets _budgets;

    private MadeRows(IReadOnlyList<MadeTransaction> made, LockedBudgets budgets)
    {
        _made = made;
        _budgets = budgets;
    }

    /// <summary>Rules that need no database.</summary>
    public static void CheckAlone(IReadOnlyList<MadeTransaction> made, Problems problems) => Each(made, problems, (entry, own) =>
    {
        if (entry.Transaction.Id is not null)
        {
            own.Add(nameof(entry.Transaction.Id), ProblemCode.BadFormat, "A new transaction has no ID");
        }

        TransactionRules.CheckAlone(entry.Transaction, own);
    });

    /// <summary>Locks all budgets of all of them at once, and checks what needs the database: two SQL statements, none when nothing is made.</summary>
    public static async Task<MadeRows> LockAsync(RunningSave save, IReadOnlyList<MadeTransaction> made, Problems problems, CancellationToken cancellationToken)
    {
        var budgets = await LockedBudgets.LockAsync(save, made.SelectMany(entry => TransactionRules.BudgetsOf(entry.Transaction, new Problems())), cancellationToken).ConfigureAwait(false);
        int[] wanted = [.. made.Select(entry => entry.Transaction.AccountId).Distinct()];
        var accounts = wanted.Length == 0 ? [] : await save.Database.Accounts.Where(account => wanted.Contains(account.Id)).Select(account => account.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        Each(made, problems, (entry, own) =>
        {
            TransactionRules.CheckSplits(entry.Transaction, budgets, FrozenSet<int>.Empty, own);
            own.CheckDate(nameof(entry.Transaction.Date), entry.Transaction.Date);
            if (!accounts.Contains(entry.Transaction.AccountId))
            {
                own.Add(nameof(entry.Transaction.AccountId), ProblemCode.NotFound, string.Create(CultureInfo.InvariantCulture, $"Error: no Account with ID {entry.Transaction.AccountId}"));
            }
        });
        return new MadeRows(made, budgets);
    }

    /// <summary>Adds them.</summary>
    /// <returns>The rows in the order of the command, with their ids; or the problem that keeps all of them from being added.</returns>
    public async Task<(IReadOnlyList<Transaction> Rows, Problem? Problem)> StoreAsync(RunningSave save, CancellationToken cancellationToken)
    {
        Transaction[] rows = [.. _made.Select(entry => RowOf(entry.Transaction))];
        var refusal = rows.Length == 0 ? null : await new TransactionWriter(save, _budgets).AddAsync(rows, cancellationToken).ConfigureAwait(false);
        return (rows, refusal is null ? null : new Problem(Path(0, nameof(TransactionChange.Splits)), ProblemCode.OutOfRange, refusal));
    }

    private static Transaction RowOf(TransactionChange made)
    {
        var row = new Transaction { Date = made.Date, Description = made.Description, AccountId = made.AccountId, Notes = made.Notes, SalesTax = made.SalesTax };
        foreach (var (budget, amount) in made.Splits)
        {
            row.Splits.Add(new TransactionSplit { BudgetId = budget, Amount = amount });
        }

        return row;
    }

    /// <summary>Checks each by itself; what is wrong says which bank transaction it belongs to, and has the path through the command.</summary>
    private static void Each(IReadOnlyList<MadeTransaction> made, Problems problems, Action<MadeTransaction, Problems> check)
    {
        foreach (var (index, entry) in made.Index())
        {
            var own = new Problems();
            check(entry, own);
            foreach (var problem in own.Found)
            {
                problems.Add(Path(index, problem.Property!), problem.Code, $"the transaction for OFXTransaction {RowsToReconcile.Text(entry.BankTransaction)}: {problem.Message}");
            }
        }
    }

    private static string Path(int index, string property) => string.Create(CultureInfo.InvariantCulture, $"{nameof(ReconciliationBatch.Made)}[{index}].{nameof(MadeTransaction.Transaction)}.{property}");
}
