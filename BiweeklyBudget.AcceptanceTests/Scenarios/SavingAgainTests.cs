using System.Globalization;
using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using BiweeklyBudget.TestSupport;
using Microsoft.Playwright;
using MySqlConnector;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>Nobody answers what a dialog sends: it tries again by itself, and what it saves is stored once (docs/adr/0017).</summary>
public sealed class SavingAgainTests(AcceptanceFixture acceptance) : BrowserTest(acceptance)
{
    private const string Title = "Add New Transaction";
    private const string Opener = "Add Transaction";
    private const string Path = "/payperiod/2017-07-21";
    private const string Saved = "Saved Lunch.";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_host_that_dies_in_the_middle_and_comes_back_has_saved_it_once(bool isSavedBefore)
    {
        var settings = RecordedSettings.For(Acceptance.Database.Url);
        await using var first = await HostProcess.StartAsync(settings);
        var window = await OpenAsync(first, Viewport.Desktop);
        window.ExpectToBeCutOff();
        var page = await AppPage.OpenAsync(window, Path);
        var dialog = await page.OpenDialogAsync(page.Opener(Opener), Title);
        await new TransactionDialog(dialog).FillAsync("12.34", "Lunch", "Periodic1");
        await page.Page.RouteAsync(
            "**/forms/*",
            async route =>
            {
                if (isSavedBefore)
                {
                    await route.FetchAsync();
                }

                await first.KillAsync();
                await route.AbortAsync("connectionreset");
            },
            new PageRouteOptions { Times = 1 });

        await dialog.Save.ClickAsync();
        await Assertions.Expect(dialog.Message).ToContainTextAsync("Trying again");
        await Assertions.Expect(dialog.Save).ToBeDisabledAsync();
        await using var second = await HostProcess.StartAsync(settings, string.Create(CultureInfo.InvariantCulture, $"--urls=http://127.0.0.1:{first.Address.Port}"));

        await page.SeesSavedAsync(Saved);
        await Assertions.Expect(page.Row("trans-table", "Lunch")).ToContainTextAsync("$12.34");
        Assert.Equal(5, await CountAsync());
    }

    [Fact]
    public async Task A_page_that_is_left_meanwhile_keeps_what_was_typed_and_saves_it_once()
    {
        var window = await OpenAsync(Viewport.Desktop);
        window.ExpectToBeCutOff();
        var page = await AppPage.OpenAsync(window, Path);
        var dialog = await page.OpenDialogAsync(page.Opener(Opener), Title);
        await new TransactionDialog(dialog).FillAsync("12.34", "Lunch", "Periodic1");
        await page.Page.RouteAsync("**/forms/*", async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
        });
        await dialog.Save.ClickAsync();
        await Assertions.Expect(dialog.Message).ToContainTextAsync("Trying again");
        await page.Page.UnrouteAllAsync(new PageUnrouteAllOptions { Behavior = UnrouteBehavior.Wait });
        await page.Page.RouteAsync("**/forms/*", route => route.AbortAsync());

        await page.ReloadAsync();
        await page.Page.UnrouteAllAsync();
        await page.OpenDialogAsync(page.Opener(Opener), Title);
        await Assertions.Expect(dialog.Message).ToContainTextAsync("It is not known whether this was saved when you left.");
        await Assertions.Expect(dialog.Field("description")).ToHaveValueAsync("Lunch");
        await dialog.Save.ClickAsync();

        await page.SeesSavedAsync(Saved);
        Assert.Equal(5, await CountAsync());
    }

    private async Task<long> CountAsync()
    {
        await using var connection = new MySqlConnection(MariaDbServer.Shared.AdoConnectionString(new Uri(Acceptance.Database.Url).AbsolutePath.Trim('/')));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM transactions";
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
