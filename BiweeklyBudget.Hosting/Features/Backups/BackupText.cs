using System.Globalization;

namespace BiweeklyBudget.Hosting.Features.Backups;

/// <summary>How a backup's size is shown.</summary>
internal static class BackupText
{
    /// <summary>For example <c>12 kB</c> or <c>3.4 MB</c>, in thousands.</summary>
    public static string Size(long bytes) => bytes < 1_000_000
        ? string.Create(CultureInfo.InvariantCulture, $"{(bytes + 999) / 1000} kB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000m:0.0} MB");
}
