namespace BiweeklyBudget.Core.Storage.AutomaticBackups;

/// <summary>
/// Which backups are still kept: the 14 newest daily ones, the last daily one of each month for a year, and those from before upgrades for a year. Counts finished backups alone,
/// so that failing attempts push none out.
/// </summary>
internal static class BackupRetention
{
    private const int NewestKept = 14;

    /// <summary>The ones that are no longer kept.</summary>
    /// <param name="files">All finished backups of one database.</param>
    /// <param name="now">Now, UTC.</param>
    /// <returns>Never the newest of all.</returns>
    public static IReadOnlyList<BackupFile> Superfluous(IReadOnlyCollection<BackupFile> files, DateTime now)
    {
        var aYearAgo = now.AddYears(-1);
        var daily = files.Where(file => file.Kind == BackupKind.Daily).OrderByDescending(file => file.At).ToList();
        var kept = daily.Take(NewestKept)
            .Concat(daily.GroupBy(file => (file.At.Year, file.At.Month)).Select(month => month.First()).Where(file => file.At >= aYearAgo))
            .Concat(files.Where(file => file.Kind != BackupKind.Daily && file.At >= aYearAgo))
            .Concat(files.OrderByDescending(file => file.At).Take(1))
            .ToHashSet();
        return [.. files.Where(file => !kept.Contains(file)).OrderBy(file => file.At)];
    }
}
