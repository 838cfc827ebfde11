using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Storage;

/// <summary>
/// Lets one of several hosts do a task (table <c>bb_leases</c>). Taken in one conditional statement; a host that dies loses it by time.
/// </summary>
/// <param name="name">The task, at most 64 characters.</param>
/// <param name="holder">The one who asks, unlike any other, at most 100 characters.</param>
/// <param name="length">How long it is his unless he gives it back; he must have ended by then.</param>
/// <param name="time">The clock that all hosts share more or less.</param>
internal sealed class TaskLease(string name, string holder, TimeSpan length, TimeProvider time)
{
    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Takes it.</summary>
    /// <param name="database">A context that tracks nothing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it is the holder's now; false when another one has it or took it at this moment.</returns>
    public async Task<bool> TryTakeAsync(BudgetDbContext database, CancellationToken cancellationToken)
    {
        var (now, until) = (Now, Now + length);
        try
        {
            var taken = await database.Leases.Where(lease => lease.Name == name && lease.Until <= now)
                .ExecuteUpdateAsync(set => set.SetProperty(lease => lease.Holder, holder).SetProperty(lease => lease.Until, until), cancellationToken).ConfigureAwait(false);
            if (taken > 0)
            {
                return true;
            }

            if (await database.Leases.AnyAsync(lease => lease.Name == name, cancellationToken).ConfigureAwait(false))
            {
                return false;
            }

            database.Leases.Add(new Lease { Name = name, Holder = holder, Until = until });
            await database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (database.FaultOf(exception) is StorageFault.Busy or StorageFault.Duplicate)
        {
            return false;
        }
        finally
        {
            database.ChangeTracker.Clear();
        }
    }

    /// <summary>Gives it back before its time; what another one took meanwhile stays his.</summary>
    public Task GiveBackAsync(BudgetDbContext database, CancellationToken cancellationToken)
    {
        var now = Now;
        return database.Leases.Where(lease => lease.Name == name && lease.Holder == holder).ExecuteUpdateAsync(set => set.SetProperty(lease => lease.Until, now), cancellationToken);
    }
}
