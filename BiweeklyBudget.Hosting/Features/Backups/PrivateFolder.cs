namespace BiweeklyBudget.Hosting.Features.Backups;

/// <summary>A folder among the temporary ones that nobody but this user of the system can look into. It is removed at its end; what a killed program left is removed by the next one that needs such a folder.</summary>
internal sealed class PrivateFolder : IDisposable
{
    private const string Prefix = "biweeklybudget-restore-";

    // Longer than any upload, trial and restore.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private readonly DirectoryInfo _folder;

    private PrivateFolder(DirectoryInfo folder) => _folder = folder;

    /// <summary>The one file in it.</summary>
    public string File => Path.Combine(_folder.FullName, "book.bbbackup");

    /// <summary>Makes one.</summary>
    public static PrivateFolder Create()
    {
        foreach (var left in new DirectoryInfo(Path.GetTempPath()).EnumerateDirectories(Prefix + "*").Where(folder => folder.LastWriteTimeUtc < TimeProvider.System.GetUtcNow().UtcDateTime - Longest).ToList())
        {
            Remove(left);
        }

        return new PrivateFolder(Directory.CreateTempSubdirectory(Prefix));
    }

    public void Dispose() => Remove(_folder);

    private static void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Another user's, or gone already.
        }
    }
}
