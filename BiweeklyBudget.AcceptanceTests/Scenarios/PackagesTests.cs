using System.IO.Compression;
using System.Net;
using AngleSharp.Html.Parser;
using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Initialization;
using BiweeklyBudget.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>The packages as somebody else meets them: in a folder feed, outside the checkout.</summary>
[Collection(SharedPackages.Name)]
public sealed class PackagesTests(PackageFeed feed)
{
    [Fact]
    public async Task The_pages_package_brings_an_assembly_and_no_file_into_a_program()
    {
        await using var package = await ZipFile.OpenReadAsync(Path.Combine(feed.Folder, $"BiweeklyBudget.Hosting.{PackageFeed.Version}.nupkg"));
        var folders = package.Entries.Select(entry => entry.FullName.Split('/')[0]).Distinct().ToList();

        Assert.Contains("lib", folders);
        Assert.Empty(folders.Intersect(["staticwebassets", "content", "contentFiles", "build", "buildTransitive", "buildMultiTargeting"]));
    }

    [Theory]
    [InlineData(DatabaseEngine.MySql)]
    [InlineData(DatabaseEngine.Sqlite)]
    public async Task The_installed_tool_initialises_a_database(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.EmptyAsync(engine);
        var initdb = await feed.InstallToolAsync("BiweeklyBudget.InitDb", "initdb");

        await ChildProcess.RunAsync(initdb, [], WithRuntime(RecordedSettings.For(database.Url)), feed.Outside, TimeSpan.FromSeconds(60));

        var status = await new DatabaseInitializer(database.Connection, NullLogger.Instance, TimeProvider.System).StatusAsync();
        Assert.Equal(DatabaseState.Ready, status.State);
    }

    [Fact]
    public async Task The_installed_web_app_serves_its_pages_and_their_files()
    {
        var program = await feed.InstallToolAsync("BiweeklyBudget.App", "biweeklybudget");
        await using var host = HostProcess.LaunchProgram(program, WithRuntime([]), "--demo");
        await host.WaitUntilReadyAsync(HostProcess.StartLimit);

        using var page = new HtmlParser().ParseDocument(await host.PageAsync("/payperiods"));
        var files = page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], script[src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!).ToList();
        Assert.Contains(files, file => file.Contains("bootstrap", StringComparison.Ordinal));
        foreach (var file in files)
        {
            Assert.NotEmpty(await host.PageAsync(file));
        }
    }

    [Fact]
    public async Task The_console_program_of_the_readme_works_on_both_engines()
    {
        var assembly = await feed.BuildSampleAsync(PackageSample.Console);
        foreach (var engine in new[] { DatabaseEngine.Sqlite, DatabaseEngine.MySql })
        {
            await using var database = await TestDatabase.EmptyAsync(engine);
            var output = await RunAsync(assembly, [database.Url], []);

            Assert.Equal(
                [
                    "Splits: Sum of all budget amounts (35.0) must equal Transaction amount (30).",
                    "Gifts: 110.00",
                    "SaveTransaction changed 1 records",
                    "26 pay periods; 1520.00 remains of the first, 1520.00 of the last",
                    "1 bank transaction of statement 1",
                ],
                output.Take(5));
            Assert.Equal(5, output.Skip(5).Count(line => line.Contains(" months, ", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task The_worker_service_of_the_readme_works_on_both_engines()
    {
        var assembly = await feed.BuildSampleAsync(PackageSample.Worker);
        foreach (var engine in new[] { DatabaseEngine.Sqlite, DatabaseEngine.MySql })
        {
            await using var database = await TestDatabase.EmptyAsync(engine);
            var output = await RunAsync(assembly, [], new() { ["DB_CONNSTRING"] = database.Url, ["LC_ALL"] = "en_US.UTF-8" });

            Assert.Contains(output, line => line.Contains("$0.00 remains until", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_web_program_of_somebody_else_serves_the_pages_below_a_path()
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseEngine.Sqlite);
        var assembly = await feed.BuildSampleAsync(PackageSample.Web);
        Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(assembly)!, "Serilog*"));
        await using var host = HostProcess.Launch(assembly, RecordedSettings.For(database.Url));
        await host.WaitUntilReadyAsync(HostProcess.StartLimit, "/money/healthz/ready");

        Assert.Equal("the program around it", await host.PageAsync("/"));
        foreach (var path in new[] { "/money/", "/money/payperiods", "/money/payperiod/2017-07-21" })
        {
            Assert.Contains("BiweeklyBudget</title>", await host.PageAsync(path), StringComparison.Ordinal);
        }

        await using var window = await (await TestBrowser.SharedAsync()).OpenAsync(host.Address, Viewport.Desktop);
        await window.Page.GotoAsync("/money/payperiods");
        foreach (var file in await window.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('link[rel=stylesheet], script[src]')].map(e => e.href || e.src)"))
        {
            using var response = await host.Client.GetAsync(new Uri(file));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync());
        }

        await window.Page.ClickAsync("nav a[href$='/payperiods']");
        Assert.Equal("/money/payperiods", new Uri(window.Page.Url).AbsolutePath);
        Assert.Empty(window.Problems);
    }

    [Fact]
    public async Task A_web_program_of_somebody_else_serves_two_books_of_different_engines_to_who_has_signed_in()
    {
        await using var family = await TestDatabase.EmptyAsync(DatabaseEngine.Sqlite);
        await using var club = await TestDatabase.EmptyAsync(DatabaseEngine.MySql);
        var assembly = await feed.BuildSampleAsync(PackageSample.Books);
        await using var host = HostProcess.Launch(assembly, new Dictionary<string, string?>([.. FamilyProgram.Section("Family", family.Url), .. FamilyProgram.Section("Club", club.Url), new("Password", "open")]));
        await host.WaitUntilReadyAsync(HostProcess.StartLimit, "/health");

        using var ann = await FamilyProgram.SignInAsync(host.Address, "/sign-in?password=open");
        foreach (var path in new[] { "/family/payperiods", "/club/payperiods", "/family/bb/css/pages.css", "/club/transactions.csv" })
        {
            using var refused = await host.GetAsync(path);
            Assert.Equal((path, "/sign-in"), (path, refused.Headers.Location?.AbsolutePath));
            Assert.NotEmpty(await ann.GetByteArrayAsync(new Uri(path, UriKind.Relative)));
        }
    }

    [Fact]
    public async Task The_program_of_the_guide_takes_a_change_back()
    {
        var output = await RunAsync(await feed.BuildSampleAsync(PackageSample.TakingBack), [], []);

        Assert.Equal(["SaveTransaction by Ann at 2026-01-05 12:00", "Taken back", "Lunch is gone"], output);
    }

    [Fact]
    public async Task The_web_program_of_the_guide_shows_money_to_the_family_alone()
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseEngine.Sqlite);
        var assembly = await feed.BuildSampleAsync(PackageSample.SignedIn);
        foreach (var (role, page, line) in new[] { ("family", "/money/payperiods", "0.00 until 2017-08-03"), ("guest", "/not-yours", "") })
        {
            await using var host = HostProcess.Launch(assembly, new Dictionary<string, string?>(RecordedSettings.For(database.Url)) { ["Password"] = "open", ["Role"] = role });
            await host.WaitUntilReadyAsync(HostProcess.StartLimit, "/health");
            using var client = new HttpClient { BaseAddress = host.Address };
            Assert.Contains("<form", await client.GetStringAsync(new Uri("/money/payperiods", UriKind.Relative)), StringComparison.Ordinal);

            using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["name"] = "Ann", ["password"] = "open" });
            Assert.Equal("Hello Ann", await (await client.PostAsync(new Uri("/sign-in", UriKind.Relative), form)).Content.ReadAsStringAsync());
            using var answer = await client.GetAsync(new Uri("/money/payperiods", UriKind.Relative));
            Assert.Equal(page, answer.RequestMessage!.RequestUri!.AbsolutePath);
            Assert.Contains(line, await client.GetStringAsync(new Uri("/remaining", UriKind.Relative)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_program_with_pages_and_files_of_its_own_is_as_without_us_whatever_the_order_of_its_calls()
    {
        await using var first = await TestDatabase.EmptyAsync(DatabaseEngine.Sqlite);
        await using var second = await TestDatabase.EmptyAsync(DatabaseEngine.MySql);
        var assembly = await feed.BuildSampleAsync(PackageSample.Family);
        var settings = new Dictionary<string, string?>([.. FamilyProgram.Section("First", first.Url), .. FamilyProgram.Section("Second", second.Url)]);
        foreach (var calls in FamilyProgram.Orders)
        {
            var without = string.Join(' ', calls.Split(' ').Where(call => call != "books"));
            Assert.Equal(await FamilyProgram.LookAsync(assembly, settings, without), await FamilyProgram.LookAsync(assembly, settings, calls));
        }
    }

    // An installed program looks for the runtime where it is usually installed, or where this says.
    private static Dictionary<string, string?> WithRuntime(Dictionary<string, string?> settings) => new(settings) { ["DOTNET_ROOT"] = Path.GetDirectoryName(Checkout.DotNet) };

    private async Task<string[]> RunAsync(string assembly, string[] arguments, Dictionary<string, string?> environment) =>
        (await ChildProcess.RunAsync(Checkout.DotNet, [assembly, .. arguments], environment, feed.Outside, TimeSpan.FromSeconds(60))).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
