using System.Diagnostics;
using AngleSharp.Html.Parser;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using BiweeklyBudget.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BiweeklyBudget.Hosting.Tests.Features.Backups;

/// <summary>The daily backup of a serving host over the sample data. It is 2017-07-28 06:24:44 unless the clock is advanced.</summary>
public sealed class DailyBackupServiceTests : IDisposable
{
    private readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory("budgettest-daily-");
    private readonly FakeTimeProvider _time = new(DateTimeOffset.FromUnixTimeSeconds(1501223084));
    private readonly StatementCounter _statements = new();

    private string Folder => Path.Combine(_parent.FullName, "backups");

    [Theory]
    [InlineData(DatabaseEngine.MySql)]
    [InlineData(DatabaseEngine.Sqlite)]
    public async Task A_serving_host_makes_one_a_day_and_the_help_page_says_which_was_the_last(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine);
        await ElapseAsync(TimeSpan.FromMinutes(5), async () => Daily().Length == 1 && (await host.Services.GetRequiredService<BudgetEngine>().StatusAsync()).LastBackup?.Reason == "daily");

        var help = (await HelpAsync(host)).ReplaceLineEndings(" ");
        Assert.Contains("daily and before every upgrade, into " + Folder, help, StringComparison.Ordinal);
        Assert.Matches(@"Last good one\s+7/28/2017 06:\d\d UTC, daily, \d+ kB, verified by restoring it into a throw-away database: .+\.bbbackup", help);
        Assert.Contains(Daily()[0], help, StringComparison.Ordinal);

        _time.Advance(TimeSpan.FromDays(1));
        await ElapseAsync(TimeSpan.FromMinutes(10), () => Daily().Length == 2);
        Assert.DoesNotContain("backup", await NotesAsync(host), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(host.Errors);
    }

    [Theory]
    [InlineData(DatabaseEngine.MySql)]
    [InlineData(DatabaseEngine.Sqlite)]
    public async Task One_that_fails_is_a_notification_on_every_page_until_one_succeeds_and_costs_no_statement(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine);
        Directory.CreateDirectory(Folder).Delete(recursive: true);
        await File.WriteAllTextAsync(Folder, "no folder");
        var before = await LeastStatementsAsync(host);

        await ElapseAsync(TimeSpan.FromMinutes(5), async () => (await NotesAsync(host)).Contains("The automatic backup failed", StringComparison.Ordinal));

        Assert.Matches(@"The automatic backup failed: The folder .+ for backups cannot be created\.\s+(There is no good one yet\.|The last good one is of 7/28/2017 06:24 UTC\.)\s+More", await NotesAsync(host));
        Assert.Contains("The automatic backup failed", await NotesAsync(host, "/accounts"), StringComparison.Ordinal);
        Assert.Contains("It is tried again by itself.", await HelpAsync(host), StringComparison.Ordinal);
        Assert.Equal(before, await LeastStatementsAsync(host));

        File.Delete(Folder);
        await ElapseAsync(TimeSpan.FromMinutes(30), async () => !(await NotesAsync(host)).Contains("The automatic backup failed", StringComparison.Ordinal));
        Assert.Single(Daily());
    }

    [Fact]
    public async Task It_waits_while_people_are_served_but_not_for_longer_than_two_hours()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        for (var elapsed = TimeSpan.Zero; elapsed < TimeSpan.FromMinutes(115); elapsed += await ServeAsync(host))
        {
            Assert.Empty(Daily());
        }

        var watch = Stopwatch.StartNew();
        for (var elapsed = TimeSpan.Zero; Daily().Length == 0; elapsed += elapsed < TimeSpan.FromMinutes(15) ? await ServeAsync(host) : TimeSpan.Zero)
        {
            Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
            await Task.Delay(10);
        }
    }

    [Fact]
    public async Task A_host_without_backups_looks_at_none_and_says_so()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample, builder => builder.Services.Configure<BudgetEngineOptions>(options => options.Time = _time));
        await Task.Yield();
        _time.Advance(TimeSpan.FromDays(5));
        Assert.Contains("off (the setting BACKUP_PATH)", await HelpAsync(host), StringComparison.Ordinal);
        Assert.DoesNotContain("backup", await NotesAsync(host), StringComparison.OrdinalIgnoreCase);
    }

    public void Dispose() => _parent.Delete(recursive: true);

    private static async Task<string> NotesAsync(InProcessHost host, string page = "/budgets")
    {
        using var document = new HtmlParser().ParseDocument(await host.PageAsync(page));
        return document.QuerySelector(".bb-notes")?.TextContent ?? "";
    }

    private static async Task<string> HelpAsync(InProcessHost host)
    {
        using var document = new HtmlParser().ParseDocument(await host.PageAsync("/help"));
        return document.GetElementById("backups")!.TextContent;
    }

    /// <summary>The statements of a page when what is kept for it may be used again, which on MySQL is not so in the seconds after a write.</summary>
    private async Task<int> LeastStatementsAsync(InProcessHost host)
    {
        var least = int.MaxValue;
        for (var tries = 0; tries < 30; tries++)
        {
            least = Math.Min(least, await _statements.CountAsync(() => host.PageAsync("/budgets")));
            await Task.Delay(100);
        }

        return least;
    }

    /// <summary>Asks for something, and again nine seconds later.</summary>
    private async Task<TimeSpan> ServeAsync(InProcessHost host)
    {
        await host.PageAsync("/ajax/transactions/1");
        _time.Advance(TimeSpan.FromSeconds(9));
        return TimeSpan.FromSeconds(9);
    }

    private string[] Daily() => Directory.Exists(Folder) ? [.. Directory.EnumerateFiles(Folder, "*.daily.*.bbbackup").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)] : [];

    /// <summary>Advances the clock in steps until a condition holds, for at most so long; the work itself takes what it takes.</summary>
    private Task ElapseAsync(TimeSpan longest, Func<bool> condition) => ElapseAsync(longest, () => Task.FromResult(condition()));

    private async Task ElapseAsync(TimeSpan longest, Func<Task<bool>> condition)
    {
        var watch = Stopwatch.StartNew();
        for (var elapsed = TimeSpan.Zero; !await condition();)
        {
            Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
            if (elapsed < longest)
            {
                _time.Advance(TimeSpan.FromSeconds(20));
                elapsed += TimeSpan.FromSeconds(20);
            }

            await Task.Delay(50);
        }
    }

    private Task<InProcessHost> StartAsync(DatabaseEngine engine) => InProcessHost.StartAsync(engine, Household.Sample, builder =>
    {
        builder.Services.Configure<BudgetEngineOptions>(options =>
        {
            options.Time = _time;
            options.ConfigureContext = context => _statements.Attach(context);
            options.Settings = options.Settings! with { BackupPath = Folder };
        });
    });
}
