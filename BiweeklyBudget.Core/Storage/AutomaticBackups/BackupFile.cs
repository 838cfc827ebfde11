using System.Globalization;
using System.Text.RegularExpressions;

namespace BiweeklyBudget.Core.Storage.AutomaticBackups;

/// <summary>
/// An automatic backup as its file's name says it: <c>budget-1a2b3c4d.20261127T001500Z.daily.Kept.v1.0.0.bbbackup</c>. Names of one database sort by time. Only files with such names are
/// ever counted or deleted.
/// </summary>
/// <param name="Database">Which database, by <see cref="BackupFolder"/>; letters, digits, <c>_</c> and <c>-</c>.</param>
/// <param name="At">When it was begun, UTC, in whole seconds.</param>
/// <param name="Kind">Why.</param>
/// <param name="Schema">The last migration that the database had, without its time.</param>
/// <param name="Version">The program's version.</param>
internal sealed partial record BackupFile(string Database, DateTime At, BackupKind Kind, string Schema, string Version)
{
    private const string Extension = ".bbbackup";
    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>The file's name once the backup is whole and verified.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Database}.{At.ToString(TimeFormat, CultureInfo.InvariantCulture)}.{WordOf(Kind)}.{Schema}.v{Version}{Extension}");

    /// <summary>The file's name until then. A killed program may leave it, or one that begins with it.</summary>
    public string UnverifiedName => Name + ".unverified";

    /// <summary>Reads the name of a finished backup.</summary>
    /// <returns>Null for any other file.</returns>
    public static BackupFile? Parse(string name) => Pattern().Match(name) is { Success: true } match && match.Groups["rest"].Length == 0 ? Read(match) : null;

    /// <summary>Reads the name of a file that an unfinished backup has, or that one left: as long as it is written or not verified.</summary>
    /// <returns>Null for any other file, finished backups too.</returns>
    public static BackupFile? ParseUnfinished(string name) => Pattern().Match(name) is { Success: true } match && match.Groups["rest"].Length > 0 ? Read(match) : null;

    private static BackupFile? Read(Match match) =>
        DateTime.TryParseExact(match.Groups["at"].Value, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            ? new BackupFile(match.Groups["database"].Value, at, Enum.GetValues<BackupKind>().First(kind => WordOf(kind) == match.Groups["kind"].Value), match.Groups["schema"].Value, match.Groups["version"].Value)
            : null;

    private static string WordOf(BackupKind kind) => kind switch
    {
        BackupKind.Daily => "daily",
        BackupKind.Upgrade => "upgrade",
        BackupKind.Asked => "asked",
        BackupKind.Replaced => "replaced",
        _ => "again",
    };

    [GeneratedRegex(@"^(?<database>[A-Za-z0-9_-]+)\.(?<at>\d{8}T\d{6}Z)\.(?<kind>daily|upgrade|again|asked|replaced)\.(?<schema>[A-Za-z0-9_]+)\.v(?<version>[A-Za-z0-9.-]+)\.bbbackup(?<rest>\.(unverified|part).*)?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pattern();
}
