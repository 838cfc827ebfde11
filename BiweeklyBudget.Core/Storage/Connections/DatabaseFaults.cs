using BiweeklyBudget.Core.Storage.MySql;
using BiweeklyBudget.Core.Storage.Sqlite;

namespace BiweeklyBudget.Core.Storage.Connections;

/// <summary>Tells hosts what an exception says about the database as a whole.</summary>
internal static class DatabaseFaults
{
    /// <summary>What is wrong with the database.</summary>
    /// <param name="exception">What a query or an operation threw.</param>
    /// <returns>Null when it is not the database's fault, such as a mistake in a query.</returns>
    public static DatabaseFault? Of(Exception exception) =>
        ExceptionChain.Find<DatabaseUnavailableException>(exception)?.Fault ?? MySqlFaults.OfDatabase(exception) ?? SqliteFaults.OfDatabase(exception);
}
