using System.Runtime.InteropServices;
using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.Hosting.Running;

/// <summary>How much memory the program takes that the runtime does not account for (docs/performance.md). It holds for the process, so it is the program's to decide, not the library's.</summary>
internal static partial class HostMemory
{
    /// <summary>
    /// For all connections together; each alone would keep 2 MB of pages, and one connection is open for each request that is being answered. What does not fit is read again, from the system's cache of files.
    /// </summary>
    private const long SqlitePages = 8 * 1024 * 1024;

    /// <summary>glibc's M_ARENA_MAX, and how many are enough for what is allocated outside the runtime: by SQLite, the compiler and TLS.</summary>
    private const int ArenasParameter = -8;
    private const int Arenas = 2;

    /// <summary>
    /// glibc's M_MMAP_THRESHOLD and M_TRIM_THRESHOLD, in bytes, as they are at the start. Unless somebody says so, what is freed once raises both, up to 32 and 64 MiB, and that much is never given back.
    /// </summary>
    private const int LargeParameter = -3, KeptParameter = -1;
    private const int Large = 128 * 1024, Kept = 1024 * 1024;

    /// <summary>
    /// Has all threads share what the C library keeps free, and has it keep little; glibc would keep some for each of sixteen. To be done before there are threads. Other C libraries share it anyway.
    /// </summary>
    public static void ShareArenas()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            _ = SetAllocator(ArenasParameter, Arenas);
            _ = SetAllocator(LargeParameter, Large);
            _ = SetAllocator(KeptParameter, Kept);
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            // Not glibc.
        }
    }

    /// <summary>Limits what SQLite keeps.</summary>
    public static void Limit(DatabaseEngine database)
    {
        if (database == DatabaseEngine.Sqlite)
        {
            SQLitePCL.Batteries_V2.Init();
            _ = SQLitePCL.raw.sqlite3_soft_heap_limit64(SqlitePages);
        }
    }

    [LibraryImport("libc.so.6", EntryPoint = "mallopt")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetAllocator(int parameter, int value);
}
