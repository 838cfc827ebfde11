using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>The program as somebody starts it who has set nothing.</summary>
public sealed class FirstRunTests(AcceptanceFixture acceptance) : BrowserTest(acceptance)
{
    [Theory]
    [InlineData(DatabaseEngine.Sqlite)]
    [InlineData(DatabaseEngine.MySql)]
    public async Task Without_a_payday_the_first_page_asks_for_it_once(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.EmptyAsync(engine);
        var settings = RecordedSettings.For(database.Url);
        settings.Remove("PAY_PERIOD_START_DATE");
        settings.Remove("RECONCILE_BEGIN_DATE");
        await using (var host = await HostProcess.StartAsync(settings))
        {
            var window = await OpenAsync(host, Viewport.Phone);
            var page = new FirstRunPage(window);
            await page.OpenAsync();
            Assert.Equal(0, await page.OverflowAsync());
            Assert.Empty(await page.AccessibilityViolationsAsync());

            await page.AnswerAsync(new DateOnly(2017, 7, 21));

            Assert.Contains("2017-07-21", (await page.VisibleFactsAsync()).Text, StringComparison.Ordinal);
        }

        await using var again = await HostProcess.StartAsync(settings);
        Assert.Contains("2017-07-21", await again.PageAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_setting_it_keeps_a_file_in_the_users_data_folder()
    {
        var data = Directory.CreateTempSubdirectory("bbdata-").FullName;
        try
        {
            await using var host = await HostProcess.StartAsync(new Dictionary<string, string?> { ["HOME"] = data, ["XDG_DATA_HOME"] = data });

            Assert.Contains("payday", await (await host.GetAsync("/welcome")).Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
            Assert.NotEmpty(Directory.EnumerateFiles(data, "*.db", SearchOption.AllDirectories));

            // Nobody is frightened by a warning, and nothing else is left in the user's home.
            Assert.DoesNotContain(" WRN]", host.Output, StringComparison.Ordinal);
            Assert.All(Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories), file => Assert.StartsWith(Path.Combine(data, "biweeklybudget"), file, StringComparison.Ordinal));
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    [Fact]
    public async Task The_demo_shows_a_Home_page_full_of_figures()
    {
        await using var host = await HostProcess.StartAsync(new Dictionary<string, string?>(), "--demo");
        var page = await AppPage.OpenAsync(await OpenAsync(host, Viewport.Desktop), "/");

        var seen = await page.VisibleFactsAsync();
        Assert.True(seen.Rows.Count(r => r.Contains('$', StringComparison.Ordinal)) > 15, $"Home shows {seen.Rows.Count} rows.");
        Assert.Empty(await page.AccessibilityViolationsAsync());
    }
}
