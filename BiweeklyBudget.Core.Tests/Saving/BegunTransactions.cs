using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BiweeklyBudget.Core.Tests.Saving;

/// <summary>Counts the transactions that contexts begin.</summary>
internal sealed class BegunTransactions : DbTransactionInterceptor
{
    public int Count { get; private set; }

    public override ValueTask<DbTransaction> TransactionStartedAsync(DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        Count++;
        return ValueTask.FromResult(result);
    }

    public override DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result)
    {
        Count++;
        return result;
    }
}
