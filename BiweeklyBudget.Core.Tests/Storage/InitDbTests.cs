using System.Text.Json;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Core.Tests.Storage;

/// <summary>The tool's command line, as its README describes it.</summary>
public sealed class InitDbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("budgettest-initdb-").FullName;

    private string File => Path.Combine(_folder, "data", "budget.db");

    private string Url => "sqlite:///" + File;

    [Fact]
    public async Task Status_says_what_is_pending_and_creates_nothing()
    {
        var (exitCode, output, errors) = await RunProgramAsync(Url, "--status");
        Assert.Equal((4, ""), (exitCode, errors));
        Assert.Matches(@"State: +Empty\n", output);
        Assert.Matches(@"Pending: +\d{14}_Upstream160, \d{14}_Kept, \d{14}_ByOwnDay, \d{14}_SignIn, \d{14}_Audit\n", output);
        Assert.False(Directory.Exists(Path.GetDirectoryName(File)));
    }

    [Fact]
    public async Task A_database_is_created_in_a_folder_for_its_owner_alone_and_is_then_ready()
    {
        Assert.Equal((0, $"Created the database {File}.\n", ""), await RunProgramAsync(Url));
        Assert.Equal((0, $"The database {File} is ready; nothing was to do.\n", ""), await RunAsync(Url));
        Assert.Equal(0, (await RunAsync(Url, "--status")).ExitCode);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, System.IO.File.GetUnixFileMode(Path.GetDirectoryName(File)!));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        }
    }

    [Theory]
    [InlineData("-v", "info: ")]
    [InlineData("--verbose", "info: ")]
    [InlineData("-vv", "debug: lock: taken")]
    public async Task Verbose_runs_log_to_stderr_only(string option, string line)
    {
        var (exitCode, output, errors) = await RunAsync(Url, option);
        Assert.Equal((0, $"Created the database {File}.\n"), (exitCode, output));
        Assert.Contains(line, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_option_wins_over_the_environment_and_that_over_the_settings_file()
    {
        await System.IO.File.WriteAllTextAsync(Path.Combine(_folder, "appsettings.json"), """{ /* settings */ "DB_CONNSTRING": "sqlite:///from-file.db", }""");
        Assert.Contains("from-file.db", (await RunProgramAsync(null)).Output, StringComparison.Ordinal);
        Assert.Contains("from-file.db", (await RunProgramAsync(" ")).Output, StringComparison.Ordinal);
        Assert.Contains("from-environment.db", (await RunProgramAsync("sqlite:///from-environment.db")).Output, StringComparison.Ordinal);
        Assert.Contains("from-option.db", (await RunProgramAsync("sqlite:///from-environment.db", "--connection", "sqlite:///from-option.db")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "DB_CONNSTRING")]
    [InlineData("[]", "DB_CONNSTRING")]
    [InlineData("""{"DB_CONNSTRING": 3}""", "DB_CONNSTRING")]
    [InlineData("""{"DB_CONNSTRING": "mysql://me:hunter2@h"}""", "names no database")]
    public async Task A_wrong_settings_file_ends_with_one_line_and_exit_code_1(string json, string reason)
    {
        await System.IO.File.WriteAllTextAsync(Path.Combine(_folder, "appsettings.json"), json);
        AssertError(1, reason, await RunAsync(null));
    }

    [Theory]
    [InlineData("--bogus")]
    [InlineData("extra")]
    [InlineData("--connection")]
    public async Task Wrong_usage_ends_with_one_line_and_exit_code_1(string argument) =>
        AssertError(1, "--help", await RunAsync(Url, argument));

    [Fact]
    public async Task A_connection_string_in_the_wrong_place_is_not_repeated() =>
        AssertError(1, "--connection", await RunAsync(Url, "mysql://me:hunter2@127.0.0.1/money"));

    [Fact]
    public async Task A_wrong_connection_is_blamed_on_where_it_came_from()
    {
        const string Wrong = "mysql://me:hunter2@127.0.0.1";
        AssertError(1, "ERROR: --connection names no database", await RunAsync(Url, "--connection", Wrong));
        AssertError(1, "ERROR: --to names no database", await RunAsync(Url, "move", "--to", Wrong));
        AssertError(1, "ERROR: --from names no database", await RunAsync(Url, "move", "--from", Wrong, "--to", Url));
        AssertError(1, "ERROR: the environment variable DB_CONNSTRING, which --connection names, names no database", await RunAsync(Wrong, "--connection", "$DB_CONNSTRING"));
        AssertError(1, "ERROR: setting or environment variable \"DB_CONNSTRING\" names no database", await RunAsync(Wrong));
        Assert.False(Directory.Exists(Path.GetDirectoryName(File)));
    }

    [Fact]
    public async Task Status_as_json_says_the_same_to_programs()
    {
        var (exitCode, output, errors) = await RunAsync(Url, "--status", "--json");
        Assert.Equal((4, ""), (exitCode, errors));
        using (var empty = JsonDocument.Parse(output))
        {
            var root = empty.RootElement;
            Assert.Equal((true, 4, "Sqlite", File, "Empty"), (root.GetProperty("ok").GetBoolean(), root.GetProperty("exitCode").GetInt32(), root.GetProperty("engine").GetString(), root.GetProperty("database").GetString(), root.GetProperty("state").GetString()));
            Assert.True(root.GetProperty("pending").GetArrayLength() > 0);
            Assert.False(root.GetProperty("backups").GetProperty("isOn").GetBoolean());
        }

        Assert.False(Directory.Exists(Path.GetDirectoryName(File)));
        using (var created = JsonDocument.Parse((await RunAsync(Url, "--json")).Output))
        {
            Assert.Equal((true, "Created"), (created.RootElement.GetProperty("ok").GetBoolean(), created.RootElement.GetProperty("outcome").GetString()));
        }

        using var ready = JsonDocument.Parse((await RunAsync(Url, "--status", "--json")).Output);
        Assert.Equal(("Ready", 0, 0), (ready.RootElement.GetProperty("state").GetString(), ready.RootElement.GetProperty("exitCode").GetInt32(), ready.RootElement.GetProperty("pending").GetArrayLength()));
        Assert.Equal(JsonValueKind.Null, ready.RootElement.GetProperty("backups").GetProperty("last").ValueKind);
    }

    [Fact]
    public async Task Status_as_json_of_a_server_that_is_not_there_has_the_error_on_stderr_too()
    {
        var (exitCode, output, errors) = await RunAsync("mysql://me:hunter2@127.0.0.1:1/money", "--status", "--json");
        Assert.Equal((3, "ERROR: The server of the database 127.0.0.1:1/money cannot be reached.\n"), (exitCode, errors));
        using var json = JsonDocument.Parse(output);
        Assert.Equal((false, "Unreachable", "The server of the database 127.0.0.1:1/money cannot be reached."), (json.RootElement.GetProperty("ok").GetBoolean(), json.RootElement.GetProperty("state").GetString(), json.RootElement.GetProperty("message").GetString()));
        Assert.DoesNotContain("hunter", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_database_ends_with_exit_code_2()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        await System.IO.File.WriteAllTextAsync(File, string.Concat(Enumerable.Repeat("no database ", 100)));
        AssertError(2, "is not a SQLite database", await RunProgramAsync(Url));
        Assert.Equal(2, (await RunAsync(Url, "--status")).ExitCode);
    }

    [Fact]
    public async Task An_unreachable_server_ends_with_exit_code_3_and_keeps_the_log_in_to_itself()
    {
        const string Nobody = "mysql://first:hunter2@127.0.0.1:1/money";
        AssertError(3, "127.0.0.1:1/money cannot be reached", await RunProgramAsync(Nobody));
        Assert.Equal(3, (await RunAsync(Nobody, "--status")).ExitCode);
    }

    [Fact]
    public async Task A_user_who_may_not_create_databases_can_use_one_that_exists_and_is_told_when_it_does_not()
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseEngine.MySql);
        var name = database.Connection.Description.Split('/')[^1];
        var user = name[^20..];
        await using var connection = new MySqlConnector.MySqlConnection(MariaDbServer.Shared.AdoConnectionString());
        await connection.OpenAsync();
        await using var grant = new MySqlConnector.MySqlCommand($"CREATE USER '{user}' IDENTIFIED BY 'hunter+2@'; GRANT ALL ON `{name}`.* TO '{user}'", connection);
        await grant.ExecuteNonQueryAsync();
        var url = $"mysql://{user}:hunter+2%40@{MariaDbServer.Shared.Host}:{MariaDbServer.Shared.Port}/";

        Assert.Equal(0, (await RunAsync(url + name)).ExitCode);
        AssertError(3, "may not create it", await RunAsync(url + "budgettest_absent"));
        AssertError(3, "refused the user or the password", await RunAsync(url.Replace("hunter", "hunter2", StringComparison.Ordinal) + name));

        await using var drop = new MySqlConnector.MySqlCommand($"DROP USER '{user}'", connection);
        await drop.ExecuteNonQueryAsync();
    }

    [Fact]
    public async Task Version_and_help_are_there()
    {
        Assert.Matches(@"^\d+\.\d+\.\d+", (await RunProgramAsync(null, "--version")).Output);
        var help = await RunProgramAsync(null, "--help");
        Assert.Equal(0, help.ExitCode);
        Assert.Contains("Exit codes", help.Output, StringComparison.Ordinal);
        Assert.Matches(@"\n +130 +initdb: interrupted by Ctrl\+C", help.Output);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(string? url, params string[] arguments) => InitDbRun.ToEndAsync(_folder, url, arguments);

    // As a program of its own.
    private async Task<(int ExitCode, string Output, string Errors)> RunProgramAsync(string? url, params string[] arguments)
    {
        await using var process = InitDbProcess.StartIn(_folder, url, arguments);
        return await process.EndAsync();
    }

    private static void AssertError(int exitCode, string text, (int ExitCode, string Output, string Errors) end)
    {
        Assert.Equal((exitCode, ""), (end.ExitCode, end.Output));
        Assert.StartsWith("ERROR: ", end.Errors, StringComparison.Ordinal);
        Assert.Contains(text, end.Errors, StringComparison.Ordinal);
        Assert.Single(end.Errors.TrimEnd('\n').Split('\n'));
        Assert.DoesNotContain("hunter", end.Errors, StringComparison.Ordinal);
    }
}
