using BiweeklyBudget.Core.Storage.AutomaticBackups;
using BiweeklyBudget.Core.Storage.Connections;

namespace BiweeklyBudget.Core.Tests.Storage.AutomaticBackups;

public sealed class BackupFileTests
{
    private static readonly BackupFile Daily = new("budget-1a2b3c4d", new DateTime(2017, 7, 28, 6, 24, 44, DateTimeKind.Utc), BackupKind.Daily, "Kept", "1.0.0");

    [Fact]
    public void A_name_says_database_time_reason_schema_and_version_and_is_read_back()
    {
        Assert.Equal("budget-1a2b3c4d.20170728T062444Z.daily.Kept.v1.0.0.bbbackup", Daily.Name);
        foreach (var kind in Enum.GetValues<BackupKind>())
        {
            var file = Daily with { Kind = kind, Version = "2.10.3-beta.1" };
            Assert.Equal(file, BackupFile.Parse(file.Name));
            Assert.Null(BackupFile.ParseUnfinished(file.Name));
            Assert.Null(BackupFile.Parse(file.UnverifiedName));
            Assert.Equal(file, BackupFile.ParseUnfinished(file.UnverifiedName + ".part"));
        }
    }

    [Fact]
    public void Names_of_one_database_sort_by_time_whatever_the_reason()
    {
        BackupFile[] files = [Daily with { Kind = BackupKind.Upgrade }, Daily with { At = Daily.At.AddSeconds(1) }, Daily with { At = Daily.At.AddDays(200), Kind = BackupKind.UpgradeAgain }];
        Assert.Equal(files, files.Reverse().OrderBy(file => file.Name, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("budget.db")]
    [InlineData("my own.bbbackup")]
    [InlineData("budget-1a2b3c4d.20170728T062444Z.daily.Kept.v1.0.0.bbbackup.copy")]
    [InlineData("budget-1a2b3c4d.20170728T062444Z.daily.Kept.v1.0.0.bbbackup\n")]
    [InlineData("budget-1a2b3c4d.20171328T062444Z.daily.Kept.v1.0.0.bbbackup")]
    [InlineData("budget-1a2b3c4d.20170728T062444Z.weekly.Kept.v1.0.0.bbbackup")]
    [InlineData("a/b.20170728T062444Z.daily.Kept.v1.0.0.bbbackup")]
    public void Names_that_the_program_did_not_give_are_none_of_its_files(string name)
    {
        Assert.Null(BackupFile.Parse(name));
        Assert.Null(BackupFile.ParseUnfinished(name));
    }

    [Fact]
    public void The_default_folder_is_beside_a_SQLite_file_and_for_MySQL_in_the_users_data_folder()
    {
        var file = BackupFolder.Of(null, DatabaseConnection.Parse("sqlite:////srv/money/our budget.db"));
        Assert.Equal(("/srv/money/backups", "our_budget-"), (file.Path, file.Database[..11]));
        var server = BackupFolder.Of(null, DatabaseConnection.Parse("mysql://me:hunter2@db.example:3307/house"));
        Assert.EndsWith($"/biweeklybudget/backups/{server.Database}", server.Path, StringComparison.Ordinal);
        Assert.Matches("^house-[0-9a-f]{8}$", server.Database);
    }

    [Fact]
    public void Databases_that_share_a_folder_are_told_apart_and_passwords_do_not_show()
    {
        var one = BackupFolder.Of("/backups", DatabaseConnection.Parse("mysql://me:hunter2@one.example/budget"));
        Assert.NotEqual(one.Database, BackupFolder.Of("/backups", DatabaseConnection.Parse("mysql://me:hunter2@two.example/budget")).Database);
        Assert.Equal(one.Database, BackupFolder.Of("/backups", DatabaseConnection.Parse("mysql://other:secret@one.example/budget")).Database);
    }
}
