using System.Runtime.InteropServices;
using SQLitePCL;

namespace BiweeklyBudget.Core.Storage.Sqlite;

/// <summary>What SQLite knows of the file behind an open connection.</summary>
internal static partial class SqliteFile
{
    private const int HasMovedQuestion = 20;
    private const int Ok = 0;

    /// <summary>
    /// Whether the file was deleted, or another one lies in its place: what is written to the connection would go where nobody finds it. Asks the
    /// operating system once. On Windows an open file cannot be deleted, and the answer is always no.
    /// </summary>
    public static bool HasMoved(sqlite3 handle) => Ask(handle, IntPtr.Zero, HasMovedQuestion, out var hasMoved) == Ok && hasMoved != 0;

    /// <summary>The path with all links followed, those of the folders too: the same for everybody who reaches one file.</summary>
    public static string RealPath(string path)
    {
        var full = Path.GetFullPath(path);
        var target = File.Exists(full) ? File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full : full;
        return Path.GetDirectoryName(target) is { } folder ? Path.Combine(RealFolder(folder), Path.GetFileName(target)) : target;
    }

    private static string RealFolder(string folder)
    {
        var target = Directory.Exists(folder) ? Directory.ResolveLinkTarget(folder, returnFinalTarget: true)?.FullName ?? folder : folder;
        return Path.GetDirectoryName(target) is { } parent ? Path.Combine(RealFolder(parent), Path.GetFileName(target)) : target;
    }

    // SQLitePCL has no name for it. The library is the one that it has loaded.
    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_file_control")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static partial int Ask(sqlite3 database, IntPtr name, int question, out int answer);
}
