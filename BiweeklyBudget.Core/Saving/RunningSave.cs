using System.Linq.Expressions;
using System.Reflection;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace BiweeklyBudget.Core.Saving;

/// <summary>
/// A save under way: the context that it works on, which nobody else knows and which ends with it, the rows that it holds, and the record of what it changes. What is not
/// written by the context's <c>SaveChanges</c> is written by a method of this, so that it is recorded too.
/// </summary>
/// <param name="Database">The context, inside the save's own transaction.</param>
/// <param name="Rows">Locks rows and reads them.</param>
/// <param name="Changes">Records what is changed.</param>
internal sealed record RunningSave(BudgetDbContext Database, RowLocks Rows, ChangeRecorder Changes)
{
    /// <summary>Adds many rows, each of which has its key; the context does not get to know them.</summary>
    /// <param name="rows">Rows of one table.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task InsertAsync<TRow>(IReadOnlyList<TRow> rows, CancellationToken cancellationToken)
        where TRow : class
    {
        await Database.InsertAsync(BulkTable.Of<TRow>(Database), rows, cancellationToken).ConfigureAwait(false);
        foreach (var row in rows)
        {
            Changes.NoteAdded(row);
        }
    }

    /// <summary>Adds new transactions with their splits, all of which get their ids, and sets balances of budgets. The context does not get to know the transactions.</summary>
    /// <param name="transactions">New ones, in the order of their ids.</param>
    /// <param name="balances">What the balances of tracked budgets become.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task AddAsync(IReadOnlyList<Transaction> transactions, IReadOnlyList<(Budget Budget, decimal Balance)> balances, CancellationToken cancellationToken)
    {
        foreach (var (budget, balance) in balances)
        {
            Changes.NoteChanged(budget, changed => changed.CurrentBalance = balance);
        }

        await Database.AddTransactionsAsync(transactions, [.. balances.Select(moved => moved.Budget)], cancellationToken).ConfigureAwait(false);
        foreach (var (budget, _) in balances)
        {
            Database.Entry(budget).State = EntityState.Unchanged;
        }

        foreach (var transaction in transactions)
        {
            Changes.NoteAdded(transaction);
            foreach (var split in transaction.Splits)
            {
                Changes.NoteAdded(split);
            }
        }
    }

    /// <summary>Sets one column of all rows of a query, which it locks.</summary>
    /// <param name="rows">Rows of one table. Copies that the context has of them are out of date afterwards.</param>
    /// <param name="column">The column.</param>
    /// <param name="value">What it becomes.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task UpdateAsync<TRow, TValue>(IQueryable<TRow> rows, Expression<Func<TRow, TValue>> column, TValue value, CancellationToken cancellationToken)
        where TRow : class
    {
        var found = await LockAsync(rows, cancellationToken).ConfigureAwait(false);
        if (found.Count == 0)
        {
            return;
        }

        await rows.ExecuteUpdateAsync(Setting(column, value), cancellationToken).ConfigureAwait(false);
        var property = (PropertyInfo)((MemberExpression)column.Body).Member;
        foreach (var row in found)
        {
            Changes.NoteChanged(row, changed => property.SetValue(changed, value));
        }
    }

    /// <summary>Removes all rows of a query, which it locks.</summary>
    /// <param name="rows">Rows of one table.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>How many there were.</returns>
    public async Task<int> RemoveAsync<TRow>(IQueryable<TRow> rows, CancellationToken cancellationToken)
        where TRow : class
    {
        var found = await LockAsync(rows, cancellationToken).ConfigureAwait(false);
        if (found.Count > 0)
        {
            await rows.ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
            found.ForEach(Changes.NoteRemoved);
        }

        return found.Count;
    }

    private static Task<List<TRow>> LockAsync<TRow>(IQueryable<TRow> rows, CancellationToken cancellationToken)
        where TRow : class => rows.AsNoTracking().TagWith(RowLock.Tag).ToListAsync(cancellationToken);

    /// <summary>The expression that EF wants, for a column that is not known here.</summary>
    private static Expression<Func<SetPropertyCalls<TRow>, SetPropertyCalls<TRow>>> Setting<TRow, TValue>(Expression<Func<TRow, TValue>> column, TValue value)
    {
        // A captured variable becomes a parameter of the statement.
        Expression<Func<TValue>> captured = () => value;
        var calls = Expression.Parameter(typeof(SetPropertyCalls<TRow>));
        return Expression.Lambda<Func<SetPropertyCalls<TRow>, SetPropertyCalls<TRow>>>(Expression.Call(calls, nameof(SetPropertyCalls<TRow>.SetProperty), [typeof(TValue)], column, captured.Body), calls);
    }
}
