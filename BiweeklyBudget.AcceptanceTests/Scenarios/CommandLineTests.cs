using System.Globalization;
using System.Net;
using System.Net.Sockets;
using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>The program's command line. What is wrong with it, or with any setting, is one line on stderr, and nothing was opened by then.</summary>
public sealed class CommandLineTests
{
    private static readonly Dictionary<string, string?> None = [];
    private static readonly string[] Options = ["--demo", "--urls", "--data-folder", "--path-base", "--version", "--help"];

    [Fact]
    public async Task Help_says_what_there_is_and_opens_nothing_and_both_programs_have_the_same_exit_codes()
    {
        await using var host = await ProgramRun.ToEndAsync(Checkout.HostAssembly, settings: null, None, "--help");
        Assert.Equal((0, "", 0), (host.ExitCode, host.Errors, host.Files.Count));
        Assert.All(Options, option => Assert.Contains(option, host.Output, StringComparison.Ordinal));

        await using var tool = await ProgramRun.ToEndAsync(Checkout.InitDbAssembly, settings: null, None, "--help");
        Assert.Equal(ExitCodes(host.Output), ExitCodes(tool.Output));
        Assert.Equal(["0", "1", "2", "3", "4", "5", "6", "7", "130"], ExitCodes(host.Output).Select(line => line.Split(' ')[0]));
    }

    [Fact]
    public async Task The_version_is_one_line()
    {
        await using var run = await ProgramRun.ToEndAsync(Checkout.HostAssembly, settings: null, None, "--version");
        Assert.Equal((0, "", 0), (run.ExitCode, run.Errors, run.Files.Count));
        Assert.Matches(@"^\d+\.\d+\.\d+[^\n]*\n$", run.Output.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("--dmeo", "--dmeo is not known. Did you mean --demo?")]
    [InlineData("mysql://me:hunter2@127.0.0.1/money", "There is an argument that is no option.")]
    [InlineData("--DB_CONNSTRING=mysql://me:hunter2@127.0.0.1/money", "DB_CONNSTRING is a setting, not an option")]
    [InlineData("--urls=http://127.0.0.l:8080", "--urls has \"http://127.0.0.l:8080\": the host must be an address in numbers")]
    [InlineData("--path-base=money", "--path-base is no path such as /money")]
    [InlineData("--demo --data-folder=here", "leave one of them out")]
    public async Task A_wrong_command_line_ends_before_anything_is_opened(string arguments, string part) =>
        await AssertWrongAsync(part, settings: null, None, arguments.Split(' '));

    [Theory]
    [InlineData("ASPNETCORE_HTTP_PORTS", "80a", "ASPNETCORE_HTTP_PORTS has the port \"80a\"")]
    [InlineData("SIGN_IN", "no", "SIGN_IN is neither \"required\" nor \"off\"")]
    [InlineData("STALE_DATA_TIMEDELTA", "-1", "env var STALE_DATA_TIMEDELTA must not be negative")]
    [InlineData("SQL_ECHO", "1", "env var SQL_ECHO must be true or false")]
    [InlineData("Serilog__MinimumLevel", "Loud", "\"Loud\" is none of Verbose, Debug")]
    [InlineData("Kestrel__Certificates__Default__Path", "/no/such/budget.pfx", "names the file /no/such/budget.pfx, which is not there")]
    [InlineData("DB_CONNSTRING", "mysql://me:hunter2@127.0.0.1/money?ssl_ca=/no/such/ca.pem", "names the certificate file /no/such/ca.pem (ssl_ca), which is not there")]
    public async Task A_wrong_setting_in_the_environment_ends_before_anything_is_opened(string name, string value, string part) =>
        await AssertWrongAsync(part, settings: null, new Dictionary<string, string?> { [name] = value });

    [Theory]
    [InlineData("--urls=http://0.0.0.0:0")]
    [InlineData("--urls=http://127.0.0.1:0;http://[::]:0")]
    public async Task Where_others_could_connect_signing_in_cannot_be_turned_off(string addresses) =>
        await AssertWrongAsync("SIGN_IN=off would let in whoever can connect", settings: null, new Dictionary<string, string?> { ["SIGN_IN"] = "off" }, addresses);

    [Theory]
    [InlineData("""{ "DB_CONSTRING": "mysql://me:hunter2@127.0.0.1/money" }""", "Did you mean \"DB_CONNSTRING\"?")]
    [InlineData("""{ "DB_CONNSTRING" "mysql://me:hunter2@127.0.0.1/money" }""", "is not valid JSON (line 1)")]
    public async Task A_wrong_settings_file_ends_before_anything_is_opened(string settings, string part) => await AssertWrongAsync(part, settings, None);

    [Fact]
    public async Task An_existing_file_is_not_touched()
    {
        var file = Path.Combine(Path.GetTempPath(), $"bbrun-{Guid.NewGuid():n}.db");
        await File.WriteAllTextAsync(file, "anything");
        try
        {
            await AssertWrongAsync("Did you mean --demo?", settings: null, new Dictionary<string, string?> { ["DB_CONNSTRING"] = "sqlite:///" + file }, "--dmeo");
            await AssertWrongAsync("SQL_ECHO", settings: null, new Dictionary<string, string?> { ["DB_CONNSTRING"] = "sqlite:///" + file, ["SQL_ECHO"] = "on" });
            Assert.Equal("anything", await File.ReadAllTextAsync(file));
            Assert.Single(Directory.GetFiles(Path.GetDirectoryName(file)!, Path.GetFileName(file) + "*"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task On_a_server_no_database_is_created()
    {
        var name = $"budgettest_never_{Guid.NewGuid():n}";
        await AssertWrongAsync("HTTPS_PORTS", settings: null, new Dictionary<string, string?> { ["DB_CONNSTRING"] = MariaDbServer.Shared.ConnectionUrl(name), ["ASPNETCORE_HTTPS_PORTS"] = "x" });

        await using var connection = new MySqlConnector.MySqlConnection(MariaDbServer.Shared.AdoConnectionString());
        await connection.OpenAsync();
        await using var count = new MySqlConnector.MySqlCommand("SELECT COUNT(*) FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = @name", connection);
        count.Parameters.AddWithValue("@name", name);
        Assert.Equal(0L, await count.ExecuteScalarAsync());
    }

    [Fact]
    public async Task A_port_in_use_is_one_line_that_names_it()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}");
        await using var run = await ProgramRun.ToEndAsync(Checkout.HostAssembly, settings: null, new Dictionary<string, string?> { ["BACKUP_PATH"] = "off" }, "--urls", address);
        Assert.Equal((3, 0), (run.ExitCode, run.Files.Count));
        var line = Assert.Single(run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("ERROR: ", line, StringComparison.Ordinal);
        Assert.Contains(address, line, StringComparison.Ordinal);
        Assert.Contains("--urls", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_options_say_where_to_serve_and_where_the_data_is()
    {
        var folder = Directory.CreateTempSubdirectory("bbrun-").FullName;
        try
        {
            var data = Path.Combine(folder, "data");
            var log = Path.Combine(folder, "budget.log");
            var settings = new Dictionary<string, string?> { ["BIWEEKLYBUDGET_LOG_FILE"] = log, ["Serilog__MinimumLevel__Override__Microsoft.AspNetCore"] = "Information" };
            await using (var host = HostProcess.Launch(Checkout.HostAssembly, settings, "--urls", "http://127.0.0.1:0", "--data-folder", data, "--path-base", "/money"))
            {
                await host.WaitUntilReadyAsync(HostProcess.StartLimit, "/money/healthz/ready");
                Assert.Contains("/money/", await (await host.GetAsync("/money/healthz/live")).Content.ReadAsStringAsync() + await FirstPageAsync(host), StringComparison.Ordinal);
                Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync("/healthz/live")).StatusCode);
                await host.TellToEndAsync();
                await host.WaitForExitAsync(HostProcess.StartLimit);
                Assert.Equal(0, host.ExitCode);
            }

            Assert.True(File.Exists(Path.Combine(data, "budget.db")));
            var written = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(folder, "budget*.log")));
            Assert.Contains("Created the database " + Path.Combine(data, "budget.db"), written, StringComparison.Ordinal);
            Assert.Contains("Request finished", written, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> FirstPageAsync(HostProcess host)
    {
        using var answer = await host.GetAsync("/money/");
        return answer.StatusCode == HttpStatusCode.OK ? await answer.Content.ReadAsStringAsync() : answer.Headers.Location!.ToString();
    }

    private static async Task AssertWrongAsync(string part, string? settings, IReadOnlyDictionary<string, string?> environment, params string[] arguments)
    {
        await using var run = await ProgramRun.ToEndAsync(Checkout.HostAssembly, settings, environment, arguments);
        Assert.Equal(1, run.ExitCode);
        var line = Assert.Single(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(line, run.Errors.TrimEnd('\n'));
        Assert.StartsWith("ERROR: ", line, StringComparison.Ordinal);
        Assert.Contains(part, line, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter", line, StringComparison.Ordinal);
        Assert.Equal(settings is null ? [] : [Path.Combine("current", "appsettings.json")], run.Files);
    }

    private static string[] ExitCodes(string help)
    {
        var lines = help.ReplaceLineEndings("\n").Split('\n');
        return [.. lines.SkipWhile(line => !line.Contains("Exit codes", StringComparison.Ordinal)).Skip(1).TakeWhile(line => line.Trim().Length > 0).Select(line => line.Trim()).Where(line => char.IsDigit(line[0]))];
    }
}
