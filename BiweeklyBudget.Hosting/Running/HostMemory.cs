using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.Hosting.Running;

/// <summary>How much memory the program takes that the runtime does not account for.</summary>
internal static class HostMemory
{
    /// <summary>
    /// For all connections together; each alone would keep 2 MB of pages, and one connection is open for each request that is being answered. What does not fit is read again, from the system's cache of files.
    /// </summary>
    private const long SqlitePages = 8 * 1024 * 1024;

    /// <summary>Limits what SQLite keeps. It holds for the process, so it is the program's to decide, not the library's.</summary>
    public static void Limit(DatabaseEngine database)
    {
        if (database == DatabaseEngine.Sqlite)
        {
            SQLitePCL.Batteries_V2.Init();
            _ = SQLitePCL.raw.sqlite3_soft_heap_limit64(SqlitePages);
        }
    }
}
