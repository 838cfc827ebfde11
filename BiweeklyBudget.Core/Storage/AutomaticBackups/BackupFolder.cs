using System.Security.Cryptography;
using System.Text;
using BiweeklyBudget.Core.Storage.Backup;
using BiweeklyBudget.Core.Storage.Connections;

namespace BiweeklyBudget.Core.Storage.AutomaticBackups;

/// <summary>
/// Where the automatic backups of one database are. Several databases may share a folder: each one's files begin with its name and eight digits that stand for its place.
/// </summary>
internal sealed class BackupFolder
{
    private const UnixFileMode OwnerFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const int LongestName = 40;

    private readonly string? _path;

    private BackupFolder(string? path, string database)
    {
        _path = path;
        Database = database;
    }

    /// <summary>The folder; it need not exist.</summary>
    /// <exception cref="BackupException">The user has no data folder, and no other is named.</exception>
    public string Path => _path ?? throw new BackupException(BackupFault.Unusable, "The current user has no data folder for backups; name a folder with BACKUP_PATH.");

    /// <summary>The folder for people; null if there is none.</summary>
    public string? Shown => _path;

    /// <summary>What the names of the database's files begin with.</summary>
    public string Database { get; }

    /// <summary>Finds the folder. Nothing is opened or created.</summary>
    /// <param name="setting">An absolute path; null for the default.</param>
    /// <param name="connection">The database.</param>
    public static BackupFolder Of(string? setting, DatabaseConnection connection)
    {
        var name = System.IO.Path.GetFileNameWithoutExtension(connection.Description.Split('/', '\\')[^1]);
        name = string.Concat(name.Take(LongestName).Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' ? letter : '_'));
        var place = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(connection.Description)))[..8];
        var database = $"{(name.Length == 0 ? "budget" : name)}-{place}";
        return new BackupFolder(setting ?? Default(connection, database), database);
    }

    /// <summary>Creates the folder, for the owner's eyes only, where it is absent.</summary>
    /// <exception cref="BackupException">It cannot be created.</exception>
    public void Create()
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(Path);
            }
            else
            {
                Directory.CreateDirectory(Path, OwnerFolder);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new BackupException(BackupFault.Unusable, $"The folder {Path} for backups cannot be created.", exception);
        }
    }

    /// <summary>The database's finished backups, oldest first; none if the folder is absent.</summary>
    public IReadOnlyList<BackupFile> List() => [.. Files().Select(BackupFile.Parse).OfType<BackupFile>().Where(file => file.Database == Database).OrderBy(file => file.At)];

    /// <summary>Deletes finished backups, and what attempts left that were begun before a moment.</summary>
    /// <param name="superfluous">The backups.</param>
    /// <param name="begun">The moment; UTC.</param>
    public void Delete(IEnumerable<BackupFile> superfluous, DateTime begun)
    {
        var left = Files().Where(name => BackupFile.ParseUnfinished(name) is { } file && file.Database == Database && file.At < begun);
        foreach (var name in superfluous.Select(file => file.Name).Concat(left).ToList())
        {
            File.Delete(PathOf(name));
        }
    }

    /// <summary>The full path of a file in the folder.</summary>
    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    private static string? Default(DatabaseConnection connection, string database)
    {
        if (connection.Engine == DatabaseEngine.Sqlite)
        {
            return System.IO.Path.Combine(System.IO.Path.GetDirectoryName(connection.Description)!, "backups");
        }

        var folder = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return System.IO.Path.IsPathFullyQualified(folder) ? System.IO.Path.Combine(folder, "biweeklybudget", "backups", database) : null;
    }

    private IEnumerable<string> Files() => Directory.Exists(Path) ? Directory.EnumerateFiles(Path).Select(file => System.IO.Path.GetFileName(file)) : [];
}
