using BiweeklyBudget.Core.Storage.MySql;
using BiweeklyBudget.Core.Storage.Sqlite;

namespace BiweeklyBudget.Core.Storage.Connections;

/// <summary>Tells hosts what an exception says about the database as a whole.</summary>
internal static class DatabaseFaults
{
    /// <summary>Whether the database could not be reached, or went away during the work; the same request may succeed later.</summary>
    /// <param name="exception">What a query or an operation threw.</param>
    /// <returns>False for every other fault, such as a mistake in a query.</returns>
    public static bool IsUnreachable(Exception exception) => MySqlFaults.IsUnreachable(exception) || SqliteFaults.IsUnreachable(exception);
}
