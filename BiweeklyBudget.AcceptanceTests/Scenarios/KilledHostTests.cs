using System.Diagnostics;
using System.Globalization;
using System.Net;
using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Audit;
using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Backup;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>
/// Hosts that are killed (SIGKILL) while they make or restore a backup for an owner's browser. The next one serves, the data is the old or the restored, whole, and the audit log is whole and tells
/// what became of it. Once for each on each engine, or as often as BUDGETTEST_KILLS says.
/// </summary>
public sealed class KilledHostTests : IDisposable
{
    // Tables in which a host keeps its own accounts of what it does.
    private static readonly string[] OfHosts = ["bb_backups"];

    private static readonly int Times = int.TryParse(Environment.GetEnvironmentVariable("BUDGETTEST_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : 1;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bbkilled-");
    private readonly Random _random = new(20170728);
    private readonly CookieContainer _cookies = new();

    [Theory]
    [InlineData(DatabaseEngine.MySql)]
    [InlineData(DatabaseEngine.Sqlite)]
    public async Task A_host_killed_at_a_backup_or_a_restore_leaves_the_old_data_or_the_new_and_a_log_that_says_which(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        await LargeHistory.WriteAsync(database.Connection, new LargeHistoryOptions { Transactions = 600, Years = 1 });
        var budget = BudgetEngine.Create(new BudgetSettings { ConnectionString = database.Url, BackupPath = _folder.FullName });
        var host = await StartAsync(database);
        try
        {
            using (var owner = OpenBrowser(host))
            {
                await PostAsync(owner, "/sign-in/code", HttpStatusCode.Found, ("code", SignInProcess.FirstCodeOf(host)), ("name", "ann"), ("password", SignInProcess.Password), ("again", SignInProcess.Password));
            }

            var toMake = await MeasureAsync(() => MakeAsync(host));
            var kept = Assert.Single(budget.ListBackups(), backup => backup.Reason == "asked for");
            var @new = Sums(await BudgetEngine.VerifyBackupAsync(budget.FindBackup(kept.Name)!));
            await AddBudgetAsync(budget, "Made later");
            var toRestore = await MeasureAsync(async () => await RestoreAsync(host, kept.Name));
            for (var i = 0; i < Times; i++)
            {
                await AddBudgetAsync(budget, string.Create(CultureInfo.InvariantCulture, $"Made later {i}"));
                var old = await SumsAsync(budget);
                host = await KillAsync(host, database, toMake, MakeAsync);
                Assert.Equal(old, await SumsAsync(budget));
                await AssertBackupsAsync(budget);

                var (begun, done) = await RestoresAsync(budget);
                host = await KillAsync(host, database, toRestore, killed => RestoreAsync(killed, kept.Name));
                var (begunNow, doneNow) = await RestoresAsync(budget);
                Assert.InRange(begunNow - begun, doneNow - done, 1);
                Assert.Equal(doneNow > done ? @new : old, await SumsAsync(budget));
                await AssertBackupsAsync(budget);

                // And it goes on as if nothing had been.
                await RestoreAsync(host, kept.Name);
                Assert.Equal(@new, await SumsAsync(budget));
                Assert.Equal((begunNow + 1, doneNow + 1), await RestoresAsync(budget));
            }
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<HostProcess> StartAsync(TestDatabase database)
    {
        var settings = RecordedSettings.For(database.Url);
        settings["SIGN_IN"] = "required";
        settings["BACKUP_PATH"] = _folder.FullName;

        // Backups are named by the second, and this one makes several.
        settings.Remove("BIWEEKLYBUDGET_TEST_TIMESTAMP");
        return await HostProcess.StartAsync(settings);
    }

    /// <summary>Kills it at a moment of what it is told to do, and starts another, which serves.</summary>
    private async Task<HostProcess> KillAsync(HostProcess host, TestDatabase database, TimeSpan whole, Func<HostProcess, Task> act)
    {
        var acting = Record.ExceptionAsync(() => act(host));
        await Task.Delay(whole * _random.NextDouble());
        await host.KillAsync();
        await acting;
        await host.DisposeAsync();
        var next = await StartAsync(database);
        try
        {
            // Whoever was signed in still is.
            using var owner = OpenBrowser(next);
            using var page = await owner.GetAsync(new Uri("/budgets", UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            return next;
        }
        catch
        {
            await next.DisposeAsync();
            throw;
        }
    }

    private async Task MakeAsync(HostProcess host)
    {
        using var owner = OpenBrowser(host);
        await PostAsync(owner, "/security/backups?handler=Make", HttpStatusCode.OK, ("password", SignInProcess.Password));
    }

    private async Task RestoreAsync(HostProcess host, string name)
    {
        using var owner = OpenBrowser(host);
        var looked = await PostAsync(owner, "/security/backups?handler=Look", HttpStatusCode.OK, ("backup", name));
        var chosen = looked.Split("name=\"chosen\" value=\"")[1].Split('"')[0];
        await PostAsync(owner, "/security/backups?handler=Restore", HttpStatusCode.OK, ("chosen", chosen), ("typed", "restore"), ("password", SignInProcess.Password));
    }

    /// <summary>How many restores the log says were begun, and done. It is whole, and each change that it speaks of is there.</summary>
    private static async Task<(int Begun, int Done)> RestoresAsync(BudgetEngine budget)
    {
        await using var book = budget.OpenBook();
        Assert.Null((await book.Audit.VerifyAsync()).Problem);
        var restores = (await book.Audit.ListAsync(new AuditFilter { Kind = AuditKind.Restore }, take: 1000)).Rows;
        Assert.All(restores, entry => Assert.Equal("ann", entry.Who));
        return (restores.Count(entry => entry.Details == "begun"), restores.Count(entry => entry.Details?.StartsWith("done: ", StringComparison.Ordinal) == true));
    }

    /// <summary>Each backup of the list can be restored, and each was begun by somebody whom the log names.</summary>
    private static async Task AssertBackupsAsync(BudgetEngine budget)
    {
        await using var book = budget.OpenBook();
        Assert.Null((await book.Audit.VerifyAsync()).Problem);

        // Beside those that the host makes each day.
        var entries = (await book.Audit.ListAsync(new AuditFilter { Kind = AuditKind.Backup }, take: 1000)).Rows.Where(entry => entry.Who == "ann").ToList();
        var backups = budget.ListBackups();
        foreach (var backup in backups)
        {
            await BudgetEngine.VerifyBackupAsync(budget.FindBackup(backup.Name)!);
        }

        var asked = backups.Where(backup => backup.Reason == "asked for").Select(backup => backup.Name).ToList();
        Assert.All(entries.Where(entry => entry.Details != "begun"), entry => Assert.Contains(entry.Subject, asked));
        Assert.InRange(asked.Count, entries.Count(entry => entry.Details != "begun"), entries.Count(entry => entry.Details == "begun"));
    }

    private HttpClient OpenBrowser(HostProcess host)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = _cookies }) { BaseAddress = host.Address };
        client.DefaultRequestHeaders.Add("Sec-Fetch-Mode", "navigate");
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return client;
    }

    private static async Task<string> PostAsync(HttpClient browser, string path, HttpStatusCode expected, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await browser.PostAsync(new Uri(path, UriKind.Relative), form);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{path}: {(int)response.StatusCode} {body}");
        return body;
    }

    private static async Task AddBudgetAsync(BudgetEngine budget, string name)
    {
        await using var book = budget.OpenBook("ann");
        book.Place = "192.0.2.7";
        (await book.Budgets.SaveAsync(new() { Name = name, Kind = BudgetKind.Standing, CurrentBalance = 0m })).ValueOrThrow();
    }

    private async Task<string> SumsAsync(BudgetEngine budget)
    {
        var file = Path.Combine(_folder.FullName, "sums");
        var summary = await budget.BackUpAsync(file, new BackupOptions { Overwrite = true });
        File.Delete(file);
        return Sums(summary);
    }

    private static string Sums(BackupSummary summary) =>
        string.Join('\n', summary.Tables.Where(table => !OfHosts.Contains(table.Name)).Select(table => string.Create(CultureInfo.InvariantCulture, $"{table.Name} {table.Rows} {table.Digest}")));

    private static async Task<TimeSpan> MeasureAsync(Func<Task> act)
    {
        var began = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(began);
    }
}
