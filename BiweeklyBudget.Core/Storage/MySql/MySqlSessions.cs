using System.Collections.Concurrent;
using MySqlConnector;

namespace BiweeklyBudget.Core.Storage.MySql;

/// <summary>
/// Sessions that books take turns with. Each is set up once, when it begins, and not reset between two books: that would cost three statements before the first one of
/// every request. A book leaves its session as it found it: no transaction, nothing set. One that the server has ended is found out when a book begins to read or to save.
/// </summary>
internal static class MySqlSessions
{
    private static readonly ConcurrentDictionary<string, MySqlDataSource> Pools = new(StringComparer.Ordinal);

    /// <summary>The sessions of a connection string, one pool for all engines that have the same.</summary>
    public static MySqlDataSource Of(string connectionString) => Pools.GetOrAdd(connectionString, static text => new MySqlDataSourceBuilder(text).UseConnectionOpenedCallback(SetUpAsync).Build());

    private static ValueTask SetUpAsync(MySqlConnectionOpenedContext opened, CancellationToken cancellationToken) =>
        opened.Conditions.HasFlag(MySqlConnectionOpenedConditions.New) ? new ValueTask(MySqlSession.ForData.SetUpAsync(opened.Connection, cancellationToken)) : ValueTask.CompletedTask;
}
