using BiweeklyBudget.Core.Storage.AutomaticBackups;

namespace BiweeklyBudget.Core.Tests.Storage.AutomaticBackups;

public sealed class BackupRetentionTests
{
    private static readonly DateTime Now = new(2017, 7, 28, 6, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Of_two_years_of_days_the_newest_fourteen_and_the_last_of_each_month_for_a_year_are_kept()
    {
        var files = Enumerable.Range(0, 730).Select(day => File(Now.AddDays(-day))).ToList();

        var kept = Kept(files);

        // 2017-07-15 to 07-28, and the last days of 2016-07 to 2017-06.
        var newest = Enumerable.Range(15, 14).Select(day => new DateOnly(2017, 7, day));
        var months = Enumerable.Range(0, 12).Select(month => new DateOnly(2016, 8, 1).AddMonths(month).AddDays(-1));
        Assert.Equal(months.Concat(newest), kept.Select(file => DateOnly.FromDateTime(file.At)));
    }

    [Fact]
    public void Kept_day_by_day_for_three_years_there_are_never_more_than_twenty_eight()
    {
        var files = new List<BackupFile>();
        for (var day = 0; day < 1100; day++)
        {
            var now = Now.AddDays(day);
            files.Add(File(now));
            files = [.. files.Except(BackupRetention.Superfluous(files, now))];
            Assert.InRange(files.Count, 1, 28);
            Assert.Contains(files, file => file.At == now);
        }

        // 14 days, and 12 or 13 months of which the newest ends among them.
        Assert.InRange(files.Count, 25, 27);
    }

    [Fact]
    public void A_gap_of_months_costs_none_of_the_newest_fourteen()
    {
        var files = Enumerable.Range(0, 20).Select(day => File(Now.AddDays(-500 - day))).Append(File(Now)).ToList();
        Assert.Equal(14, Kept(files).Count);
    }

    [Fact]
    public void Those_from_before_upgrades_are_kept_for_a_year_and_push_out_no_daily_one()
    {
        var daily = Enumerable.Range(0, 14).Select(day => File(Now.AddDays(-day))).ToList();
        var upgrades = new[] { 1, 100, 364, 366, 800 }.Select(day => File(Now.AddDays(-day).AddHours(1), day == 100 ? BackupKind.UpgradeAgain : BackupKind.Upgrade)).ToList();

        Assert.Equal([800, 366], BackupRetention.Superfluous([.. daily, .. upgrades], Now).Select(file => (int)Math.Ceiling((Now - file.At).TotalDays)));
    }

    [Fact]
    public void The_only_one_is_kept_however_old()
    {
        Assert.Empty(BackupRetention.Superfluous([File(Now.AddYears(-9), BackupKind.Upgrade)], Now));
        Assert.Empty(BackupRetention.Superfluous([], Now));
    }

    [Fact]
    public void A_clock_that_ran_ahead_deletes_nothing_of_the_last_days()
    {
        var files = Enumerable.Range(-3, 10).Select(day => File(Now.AddDays(-day))).ToList();
        Assert.Empty(BackupRetention.Superfluous(files, Now));
    }

    private static BackupFile File(DateTime at, BackupKind kind = BackupKind.Daily) => new("budget-1a2b3c4d", at, kind, "Kept", "1.0.0");

    private static List<BackupFile> Kept(List<BackupFile> files) => [.. files.Except(BackupRetention.Superfluous(files, Now)).OrderBy(file => file.At)];
}
