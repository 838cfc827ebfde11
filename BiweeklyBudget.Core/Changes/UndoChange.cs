using System.Globalization;
using BiweeklyBudget.Core.Fuel;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace BiweeklyBudget.Core.Changes;

/// <summary>
/// Takes a change back by its record (docs/adr/0016): rows become what they were before it, standing balances move by the opposite difference. It is refused when anything later
/// depends on the change, and is itself a change.
/// </summary>
internal sealed class UndoChange(BudgetDbContext database)
{
    // Rows that point to each other in a circle: two halves of a transfer, and in old data a bank transaction and its reconciliation.
    private static readonly HashSet<(Type Row, string Property)> Circular = [(typeof(Transaction), nameof(Transaction.TransferId)), (typeof(BankTransaction), nameof(BankTransaction.ReconciliationId))];

    /// <summary>Takes a change back.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="cancellationToken">Cancels it; nothing is changed then.</param>
    /// <returns>The number of the change that took it back, or why not.</returns>
    public Task<Outcome<long>> ExecuteAsync(long id, CancellationToken cancellationToken) => AtomicSave.RunAsync(
        database,
        nameof(UndoChange),
        (save, token) => UndoAsync(save, id, token),
        () => Refused(ProblemCode.Taken, "Somebody else took a name or a place that it would need; nothing was changed."),
        cancellationToken);

    private static Outcome<long> Refused(ProblemCode code, string message) => new Outcome<long>.Refused(new Problem(null, code, message));

    private static async Task<Outcome<long>> UndoAsync(RunningSave save, long id, CancellationToken cancellationToken)
    {
        // Whoever takes the same change back waits here, and then finds it done.
        if (await save.Rows.ChangeAsync(id, cancellationToken).ConfigureAwait(false) is null)
        {
            return Refused(ProblemCode.NotFound, string.Create(CultureInfo.InvariantCulture, $"There is no change {id}."));
        }

        if (await UndoneAsync(save.Database, id, cancellationToken).ConfigureAwait(false) is { } undone)
        {
            return Refused(ProblemCode.Repeated, undone);
        }

        if (await UndoRows.LockAsync(save, id, cancellationToken).ConfigureAwait(false) is not { } rows)
        {
            return Refused(ProblemCode.WrongKind, string.Create(CultureInfo.InvariantCulture, $"Change {id} was made by a newer version of the program and cannot be taken back by this one."));
        }

        var problem = await new LaterChanges(save.Database).ProblemAsync(id, rows, cancellationToken).ConfigureAwait(false)
            ?? await new Dependents(save.Database, id, rows).ProblemAsync(cancellationToken).ConfigureAwait(false)
            ?? rows.Of<Budget>().Select(BalanceProblem).FirstOrDefault(found => found is not null);
        if (problem is not null)
        {
            return new Outcome<long>.Refused(problem);
        }

        await PutBackAsync(save.Database, rows, cancellationToken).ConfigureAwait(false);
        save.Changes.UndoneChangeId = id;
        await save.Changes.WriteAsync(cancellationToken).ConfigureAwait(false);
        return new Outcome<long>.Saved(save.Changes.WrittenId!.Value);
    }

    /// <summary>Says that a change was taken back already, and what to do about it when that was taken back too.</summary>
    private static async Task<string?> UndoneAsync(BudgetDbContext database, long id, CancellationToken cancellationToken)
    {
        if (await ByAsync(id).ConfigureAwait(false) is not { } by)
        {
            return null;
        }

        var again = await ByAsync(by).ConfigureAwait(false) is { } redone ? string.Create(CultureInfo.InvariantCulture, $" Change {redone} has done it again; take that one back.") : "";
        return string.Create(CultureInfo.InvariantCulture, $"Change {id} was already taken back, by change {by}.{again}");

        Task<long?> ByAsync(long change) => database.Changes.Where(other => other.UndoneChangeId == change).Select(other => (long?)other.Id).SingleOrDefaultAsync(cancellationToken);
    }

    private static Problem? BalanceProblem(UndoRow row) => row switch
    {
        // No split of ours moved it, or it would be in use.
        { Before: null, Current: Budget budget } when budget.CurrentBalance != (decimal?)row.Value(nameof(Budget.CurrentBalance)) =>
            new Problem(null, ProblemCode.Outdated, $"The balance of budget {budget.Name} was changed by another program since; nothing was changed."),
        { Before: not null, Current: Budget budget } when Balance(row, budget) is { } balance && !StorableAmount.IsInRange(balance) =>
            new Problem(null, ProblemCode.OutOfRange, $"The balance of budget {budget.Name} would be out of range."),
        _ => null,
    };

    /// <summary>The balance without the change: what others booked since stays. The row is locked, so nobody moves it meanwhile.</summary>
    private static decimal? Balance(UndoRow row, Budget budget)
    {
        var balances = row.Values(nameof(Budget.CurrentBalance)).Cast<decimal?>().ToList();
        var (before, after) = (balances[0], balances[^1]);
        return budget.CurrentBalance == after ? before : (budget.CurrentBalance ?? 0m) + ((before ?? 0m) - (after ?? 0m));
    }

    private static async Task PutBackAsync(BudgetDbContext database, UndoRows rows, CancellationToken cancellationToken)
    {
        // Whatever belongs to a row that goes is gone too when it is saved; until then nothing is to be done about it.
        database.ChangeTracker.CascadeDeleteTiming = CascadeTiming.OnSaveChanges;
        database.ChangeTracker.DeleteOrphansTiming = CascadeTiming.OnSaveChanges;

        // Rows that go let go of each other first.
        foreach (var row in rows.All.Where(row => row.IsAdded))
        {
            Circles(row).ToList().ForEach(column => Set(row.Current!, column, null));
        }

        await database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        foreach (var row in rows.All)
        {
            PutBack(database, row);
        }

        await database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);

        // Rows that came again take hold of each other last.
        foreach (var row in rows.All.Where(row => row.IsRemoved))
        {
            Circles(row).ToList().ForEach(column => Set(row.Current!, column, row.Before![column]));
        }

        await database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        await new DerivedFigures(database).RenewAsync(rows.FuelPlaces, cancellationToken).ConfigureAwait(false);
        await database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
    }

    private static void PutBack(BudgetDbContext database, UndoRow row)
    {
        if (row.IsAdded)
        {
            database.Remove(row.Current!);
            return;
        }

        if (row.IsRemoved)
        {
            row.Current = Activator.CreateInstance(row.Table.Type.ClrType)!;
            foreach (var (column, value) in row.Before!.Where(value => !IsCircular(row, value.Key)))
            {
                Set(row.Current, column, value);
            }

            database.Add(row.Current);
            return;
        }

        // What follows from a fill's neighbours is worked out anew at the end: they may be others by now.
        foreach (var column in row.Changed.Where(column => !row.Follows(column)))
        {
            Set(row.Current!, column, row.Current is Budget budget && column.Property.Name == nameof(Budget.CurrentBalance) ? Balance(row, budget) : row.Before![column]);
        }
    }

    private static IEnumerable<RecordedColumn> Circles(UndoRow row) => (row.Before ?? row.After)!.Keys.Where(column => IsCircular(row, column));

    private static bool IsCircular(UndoRow row, RecordedColumn column) => Circular.Contains((row.Table.Type.ClrType, column.Property.Name));

    private static void Set(object row, RecordedColumn column, object? value) => column.Property.PropertyInfo!.SetValue(row, value);
}
