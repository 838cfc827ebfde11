namespace BiweeklyBudget.Core.Storage;

/// <summary>The database engines that the program runs on.</summary>
public enum DatabaseEngine
{
    /// <summary>MySQL or MariaDB, with exactly upstream's schema.</summary>
    MySql,

    /// <summary>A SQLite file, the embedded default.</summary>
    Sqlite,
}
