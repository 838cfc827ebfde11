namespace BiweeklyBudget.Core.Storage.Connections;

/// <summary>The embedded default: a SQLite file in the user's data folder, used when DB_CONNSTRING is not set (design.md, Settings).</summary>
internal static class DefaultDatabase
{
    /// <summary>The file's path: <c>biweeklybudget/budget.db</c> in the user's folder for local application data.</summary>
    /// <exception cref="ConnectionStringException">The user has no such folder, as some service accounts.</exception>
    public static string Path
    {
        get
        {
            var folder = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
            return System.IO.Path.IsPathFullyQualified(folder)
                ? System.IO.Path.Combine(folder, "biweeklybudget", "budget.db")
                : throw new ConnectionStringException("must be set: the current user has no data folder for a database file.");
        }
    }

    /// <summary>The same as a value of DB_CONNSTRING.</summary>
    public static string ConnectionString => "sqlite:///" + Path;
}
