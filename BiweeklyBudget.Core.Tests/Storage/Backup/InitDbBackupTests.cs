using System.Text.Json;
using System.Text.RegularExpressions;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Core.Tests.Storage.Backup;

/// <summary>The commands of <c>initdb</c> that back up, verify, restore and move, as its README describes them.</summary>
public sealed partial class InitDbBackupTests : IDisposable
{
    private readonly BackupFolder _folder = new();

    [Fact]
    public async Task A_backup_is_made_verified_and_restored_each_with_one_line()
    {
        await using var database = await TestDatabase.WithSampleDataAsync(DatabaseEngine.Sqlite);

        var backup = await RunProgramAsync(database.Url, "backup", "money");
        Assert.Equal((0, ""), (backup.ExitCode, backup.Errors));
        Assert.Matches($@"^Backed up \d+ rows of {database.Connection.Description} to {_folder["money"]} \(0\.0 MB\)\.\n$", backup.Output);

        var verify = await RunProgramAsync(null, "verify", "money");
        Assert.Equal((0, ""), (verify.ExitCode, verify.Errors));
        Assert.Matches($@"^The backup {_folder["money"]} is sound: \d+ rows in \d+ tables .*\n$", verify.Output);

        var restore = await RunProgramAsync("sqlite:///restored.db", "restore", "money");
        Assert.Equal((0, ""), (restore.ExitCode, restore.Errors));
        Assert.Matches($@"^Restored \d+ rows into {_folder["restored.db"]}\.\n$", restore.Output);
    }

    [Fact]
    public async Task Json_tells_programs_the_same_and_errors_too()
    {
        await using var database = await TestDatabase.WithSampleDataAsync(DatabaseEngine.Sqlite);

        using var backup = JsonDocument.Parse((await RunAsync(database.Url, "backup", _folder["money"], "--json")).Output);
        Assert.True(backup.RootElement.GetProperty("ok").GetBoolean());
        Assert.Equal(_folder["money"], backup.RootElement.GetProperty("file").GetString());
        var splits = backup.RootElement.GetProperty("tables").EnumerateArray().Single(table => table.GetProperty("name").GetString() == "budget_transactions");
        Assert.Matches(@"^-?\d+\.\d{4}$", splits.GetProperty("sums").GetProperty("amount").GetString());

        var exists = await RunAsync(database.Url, "backup", _folder["money"], "--json");
        using var error = JsonDocument.Parse(exists.Output);
        Assert.Equal((6, 6, "FileExists"), (exists.ExitCode, error.RootElement.GetProperty("exitCode").GetInt32(), error.RootElement.GetProperty("error").GetString()));
        Assert.StartsWith("ERROR: ", exists.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exit_codes_are_those_of_the_readme()
    {
        await using var database = await TestDatabase.WithSampleDataAsync(DatabaseEngine.Sqlite);
        Assert.Equal(0, (await RunProgramAsync(database.Url, "backup", "money")).ExitCode);
        await File.WriteAllTextAsync(_folder["text"], "no backup of anything");

        AssertError(2, "holds data", await RunProgramAsync(database.Url, "restore", "money"));
        AssertError(2, "does not exist", await RunProgramAsync("sqlite:///absent.db", "backup", "other"));
        AssertError(3, "cannot be reached", await RunProgramAsync("mysql://first:hunter2@127.0.0.1:1/money", "backup", "other"));
        AssertError(5, "is no backup", await RunProgramAsync(null, "verify", "text"));
        AssertError(6, "There is no file", await RunProgramAsync(null, "verify", "absent"));
        AssertError(1, "--help", await RunAsync(database.Url, "backup"));
        AssertError(1, "--to", await RunAsync(database.Url, "move"));
        AssertError(1, "NOWHERE is not set", await RunAsync(database.Url, "move", "--to", "$NOWHERE"));
    }

    [Theory]
    [OnBothEngines]
    public async Task Data_is_moved_to_a_database_that_the_environment_names_and_old_data_is_kept(DatabaseEngine engine)
    {
        await using var source = await TestDatabase.WithSampleDataAsync(DatabaseEngine.Sqlite);
        await using var target = await TestDatabase.EmptyAsync(engine);

        var first = await RunAsync(target.Url, "move", "--from", source.Url, "--to", "$DB_CONNSTRING");
        Assert.Equal((0, ""), (first.ExitCode, first.Errors));
        AssertError(2, "holds data", await RunAsync(target.Url, "move", "--from", source.Url, "--to", "$DB_CONNSTRING"));
        var again = await RunProgramAsync(target.Url, "move", "--from", source.Url, "--to", "$DB_CONNSTRING", "--replace");
        Assert.Equal((0, ""), (again.ExitCode, again.Errors));

        var old = Assert.Single(_folder.Names, name => name.StartsWith("before-restore-", StringComparison.Ordinal));
        Assert.Contains($"The old data is in {_folder[old]}.", again.Output, StringComparison.Ordinal);
        Assert.Equal(await RowText.ReadAsync(source), await RowText.ReadAsync(target));
    }

    [Fact]
    public async Task A_passphrase_comes_from_a_file_or_the_environment()
    {
        await using var database = await TestDatabase.WithSampleDataAsync(DatabaseEngine.Sqlite);
        await File.WriteAllTextAsync(_folder["phrase"], "correct horse\nsecond line");

        Assert.Equal(0, (await RunProgramAsync(database.Url, "backup", "money", "--passphrase-file", "phrase")).ExitCode);
        AssertError(5, "needs its passphrase", await RunAsync(null, "verify", _folder["money"]));
        Assert.Equal(0, (await RunAsync(null, "verify", _folder["money"], "--passphrase-file", _folder["phrase"])).ExitCode);
        await using var process = InitDbProcess.StartIn(_folder.Path, null, new Dictionary<string, string> { ["BACKUP_PASSPHRASE"] = "correct horse" }, "verify", "money");
        Assert.Equal(0, (await process.EndAsync()).ExitCode);
        AssertError(1, "cannot be read", await RunAsync(null, "verify", _folder["money"], "--passphrase-file", _folder["absent"]));
    }

    public void Dispose() => _folder.Dispose();

    private async Task<(int ExitCode, string Output, string Errors)> RunAsync(string? url, params string[] arguments)
    {
        var end = await InitDbRun.ToEndAsync(_folder.Path, url, arguments);

        // On a machine that is busy enough, the run takes so long that it says how far it is.
        return (end.ExitCode, end.Output, ProgressLine().Replace(end.Errors, ""));
    }

    // As a program of its own, whose current folder files and databases are named from.
    private async Task<(int ExitCode, string Output, string Errors)> RunProgramAsync(string? url, params string[] arguments)
    {
        await using var process = InitDbProcess.StartIn(_folder.Path, url, arguments);
        var end = await process.EndAsync();
        return (end.ExitCode, end.Output, ProgressLine().Replace(end.Errors, ""));
    }

    [GeneratedRegex(@"^(Checking the file|Backing up the old data|Copying|Comparing): [\d,]+ of [\d,]+ .*\n", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex ProgressLine();

    private static void AssertError(int exitCode, string text, (int ExitCode, string Output, string Errors) end)
    {
        Assert.True(exitCode == end.ExitCode, end.Errors);
        Assert.Equal("", end.Output);
        Assert.StartsWith("ERROR: ", end.Errors, StringComparison.Ordinal);
        Assert.Contains(text, end.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter", end.Errors, StringComparison.Ordinal);
        Assert.Single(end.Errors.TrimEnd('\n').Split('\n'));
    }
}
