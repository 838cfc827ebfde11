using System.Globalization;
using System.Runtime.Versioning;

namespace BiweeklyBudget.Hosting.Running;

/// <summary>
/// Keeps the files of a log for the user that the program runs as (mode 0600), whatever the process' mask is: what was paid to whom is nobody else's business. The file of a day is made so before the first line is
/// in it; one that follows on a full one becomes so with its first line. On Windows, files have the rights of their folder.
/// </summary>
/// <param name="path">The file's path as it is set.</param>
/// <param name="largest">Bytes at which a file is full.</param>
internal sealed class PrivateLogFiles(string path, long largest)
{
    private const UnixFileMode OwnersOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly Lock _lock = new();
    private readonly string _folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
    private DateOnly _day;
    private string _current = "";

    /// <summary>Makes the file of a day before its first line is written.</summary>
    /// <param name="time">When the line is of.</param>
    /// <returns>True.</returns>
    public bool IsReadyFor(DateTimeOffset time)
    {
        if (!OperatingSystem.IsWindows())
        {
            lock (_lock)
            {
                // The day of the machine, as the files are named.
                var day = DateOnly.FromDateTime(time.LocalDateTime);
                if (day != _day)
                {
                    Begin(day);
                }
            }
        }

        return true;
    }

    /// <summary>Looks after a line was written whether another file was begun.</summary>
    /// <returns>False: nothing else is to be done.</returns>
    public bool IsToBeTold()
    {
        if (!OperatingSystem.IsWindows())
        {
            lock (_lock)
            {
                if (File.Exists(_current) && new FileInfo(_current).Length >= largest)
                {
                    Protect();
                }
            }
        }

        return false;
    }

    [UnsupportedOSPlatform("windows")]
    private void Begin(DateOnly day)
    {
        _day = day;
        _current = Path.Combine(_folder, Path.GetFileNameWithoutExtension(path) + day.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + Path.GetExtension(path));
        try
        {
            using var made = new FileStream(_current, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.ReadWrite | FileShare.Delete, UnixCreateMode = OwnersOnly });
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The log of the log says what is wrong, as soon as a line is written.
        }

        Protect();
    }

    // Also those of earlier days, which an earlier version made.
    [UnsupportedOSPlatform("windows")]
    private void Protect()
    {
        try
        {
            var all = Directory.GetFiles(_folder, Path.GetFileNameWithoutExtension(path) + "????????*" + Path.GetExtension(path));
            foreach (var file in all)
            {
                if (File.GetUnixFileMode(file) != OwnersOnly)
                {
                    File.SetUnixFileMode(file, OwnersOnly);
                }
            }

            // The last of the day's by its number is the one that is written.
            var prefix = Path.GetFileNameWithoutExtension(_current);
            _current = all.Where(file => Path.GetFileName(file).StartsWith(prefix, StringComparison.Ordinal)).OrderBy(file => Path.GetFileName(file).Length).ThenBy(file => file, StringComparer.Ordinal).LastOrDefault(_current);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Somebody else's file, which he has to protect himself.
        }
    }
}
