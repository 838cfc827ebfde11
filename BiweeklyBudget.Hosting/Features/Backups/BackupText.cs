using System.Globalization;

namespace BiweeklyBudget.Hosting.Features.Backups;

/// <summary>How a backup's moment and size are shown.</summary>
internal static class BackupText
{
    /// <summary>For example <c>2017-07-28 06:24 UTC</c>.</summary>
    public static string Moment(DateTime utc) => utc.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>For example <c>12 kB</c> or <c>3.4 MB</c>, in thousands.</summary>
    public static string Size(long bytes) => bytes < 1_000_000
        ? string.Create(CultureInfo.InvariantCulture, $"{(bytes + 999) / 1000} kB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000m:0.0} MB");
}
