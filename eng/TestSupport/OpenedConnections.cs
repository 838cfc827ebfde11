using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BiweeklyBudget.TestSupport;

/// <summary>Counts the connections that contexts open and close.</summary>
public sealed class OpenedConnections : DbConnectionInterceptor
{
    private int _count;
    private int _closed;

    public int Count => Volatile.Read(ref _count);

    public int Closed => Volatile.Read(ref _closed);

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Interlocked.Increment(ref _count);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _count);
        return Task.CompletedTask;
    }

    public override void ConnectionClosed(DbConnection connection, ConnectionEndEventData eventData) => Interlocked.Increment(ref _closed);

    public override Task ConnectionClosedAsync(DbConnection connection, ConnectionEndEventData eventData)
    {
        Interlocked.Increment(ref _closed);
        return Task.CompletedTask;
    }
}
