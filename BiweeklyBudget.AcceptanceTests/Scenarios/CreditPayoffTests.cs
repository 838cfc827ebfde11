using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>Payoff plans in the browser, over upstream's sample data. Figures are those of spec/credit-payoff.md §13, but for the rest of a month's sum, which goes to the next card: ADR 0028.</summary>
public sealed class CreditPayoffTests(AcceptanceFixture acceptance) : BrowserTest(acceptance)
{
    [Fact]
    public async Task A_missing_interest_charge_is_named_and_entered_in_a_dialog()
    {
        var window = await OpenAsync(Viewport.Desktop);
        var page = new CreditPayoffPage(window);
        await page.OpenAsync();
        Assert.Equal(2, (await page.RowsAsync("HighestBalanceFirstMethod")).Count);
        Assert.Contains("CreditTwo", await page.MissingInterest.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await page.AccessibilityViolationsAsync());

        Assert.Equal("7/26/2017 (-$5,498.65)", await page.EnterInterestAsync("46.89"));
        Assert.Equal(0, await page.MissingInterest.CountAsync());
        Assert.Equal(
            ["CreditOne ($952.06 @ 1.00%) | $35.00 | 2.3 years | $963.00 | $10.94", "CreditTwo ($5,498.65 @ 10.00%) | $109.97 | 4.6 years | $6,952.13 | $1,453.48", "Totals | $144.97 | 4.6 years | $7,915.13 | $1,464.42"],
            await page.RowsAsync("HighestBalanceFirstMethod"));
    }

    [Fact]
    public async Task Settings_are_added_saved_and_removed()
    {
        var page = await PlansAsync();
        Assert.Equal(["payoff_increase_frm_1"], await page.SettingRowsAsync("increase"));
        Assert.True(await page.SaveButton.IsDisabledAsync());

        await page.FillRowAsync("payoff_increase_frm_1", "2017-08-01", "300");
        await page.SaveAsync(page.SaveButton);
        Assert.Equal("CreditOne ($952.06 @ 1.00%) | $35.00 | 6 months | $954.62 | $2.56", (await page.RowsAsync("LowestBalanceFirstMethod"))[0]);

        await page.AddRowAsync("onetime", "2017-10-01", "1000");
        Assert.Equal(["payoff_onetime_frm_1", "payoff_onetime_frm_2"], await page.SettingRowsAsync("onetime"));
        await page.RemoveRowAsync("payoff_onetime_frm_2");
        await page.AddRowAsync("onetime", "2017-10-02", "1000");
        Assert.Equal(["payoff_onetime_frm_1", "payoff_onetime_frm_3"], await page.SettingRowsAsync("onetime"));

        await page.RemoveRowAsync("payoff_onetime_frm_3");
        await page.RemoveRowAsync("payoff_increase_frm_1");
        Assert.True(await page.SaveButton.IsEnabledAsync());
        await page.SaveAsync(page.SaveButton);
        Assert.Equal("CreditOne ($952.06 @ 1.00%) | $35.00 | 1.8 years | $960.92 | $8.86", (await page.RowsAsync("LowestBalanceFirstMethod"))[0]);
    }

    [Fact]
    public async Task What_cannot_be_saved_is_said_at_its_field_and_nothing_is_lost()
    {
        var page = await PlansAsync();
        await page.FillRowAsync("payoff_increase_frm_1", "2017-08-01", "300");
        await page.AddRowAsync("increase", "2017-09-01", "10,00");
        await page.SaveButton.ClickAsync();
        await page.SaveButton.And(page.SaveButton.Page.Locator(":enabled")).WaitForAsync();
        Assert.Equal("It is not clear what \"10,00\" means. Write amounts like 1,234.50.", await page.ErrorOfAsync("payoff_increase_frm_2", "amount"));
        Assert.True(await page.IsFocusedAsync("payoff_increase_frm_2_amt"));
        Assert.Empty(await page.AccessibilityViolationsAsync());

        await page.FillRowAsync("payoff_increase_frm_2", "2017-09-01", "1000");
        await page.SaveAsync(page.SaveButton);
        Assert.Equal(["payoff_increase_frm_1", "payoff_increase_frm_2"], await page.SettingRowsAsync("increase"));
    }

    [Fact]
    public async Task The_chart_has_a_table_with_the_same_figures()
    {
        var page = await PlansAsync();
        var (heads, rows) = await page.ChartTwinAsync();
        Assert.Equal(["Date", "Minimum payments", "Lowest rate first", "Snowball", "Highest rate first", "Highest balance first", "Your own order"], heads);

        // The start, and the 162 months of minimum payments, the last one first. 952.06 + 5498.65 are owed at the start.
        Assert.Equal(163, rows.Length);
        Assert.Equal("7/31/2017 | $6,450.71 | $6,450.71 | $6,450.71 | $6,450.71 | $6,450.71 | $6,450.71", rows[^1]);
        Assert.Equal("1/16/2031 | $0.00 |  |  |  |  | ", rows[0]);
    }

    [Fact]
    public async Task Cards_are_put_in_order_by_keyboard_and_by_dragging()
    {
        var page = await PlansAsync();
        Assert.Equal(["3", "4"], await page.OrderAsync());
        await page.PressAsync(3, "ArrowDown");
        Assert.Equal(["4", "3"], await page.OrderAsync());
        await page.SaveAsync(page.SaveOrderButton);
        Assert.Equal(["4", "3"], await page.OrderAsync());
        Assert.Equal((await page.RowsAsync("HighestBalanceFirstMethod")), await page.RowsAsync("CustomOrderMethod"));

        await page.DragAsync(3, onto: 4);
        Assert.Equal(["3", "4"], await page.OrderAsync());
        await page.SaveAsync(page.SaveOrderButton);
        Assert.Equal((await page.RowsAsync("LowestBalanceFirstMethod")), await page.RowsAsync("CustomOrderMethod"));
    }

    [Theory]
    [InlineData(false, ColorScheme.Light)]
    [InlineData(false, ColorScheme.Dark)]
    [InlineData(true, ColorScheme.Light)]
    [InlineData(true, ColorScheme.Dark)]
    public async Task The_pages_fit_their_window_and_are_accessible(bool isPhone, ColorScheme scheme)
    {
        var window = await OpenAsync(isPhone ? Viewport.Phone : Viewport.Desktop, scheme);
        var missing = await AppPage.OpenAsync(window, "/accounts/credit-payoff");
        await AssertSoundAsync(missing);
        await CreditPayoffPage.EnterMissingInterestAsync(Acceptance.Host);
        foreach (var path in new[] { "/accounts/credit-payoff", "/accounts/credit-payoff/schedule/MinPaymentMethod" })
        {
            await AssertSoundAsync(await AppPage.OpenAsync(window, path));
        }
    }

    [Fact]
    public async Task A_schedule_ends_with_nothing_owed()
    {
        await PlansAsync();
        var schedule = await Acceptance.Host.PageAsync("/accounts/credit-payoff/schedule/HighestBalanceFirstMethod");
        var rows = Golden.PageFacts.Read(schedule).Rows.Where(r => r.StartsWith("20", StringComparison.Ordinal)).ToList();
        Assert.Equal(55, rows.Count);
        Assert.EndsWith("$0.00", rows[^1], StringComparison.Ordinal);
        using var unknown = await Acceptance.Host.GetAsync("/accounts/credit-payoff/schedule/NoSuchMethod");
        Assert.Equal(404, (int)unknown.StatusCode);
    }

    private static async Task AssertSoundAsync(AppPage page)
    {
        Assert.Equal(0, await page.OverflowAsync());
        Assert.Empty(await page.AccessibilityViolationsAsync());
    }

    private async Task<CreditPayoffPage> PlansAsync()
    {
        await CreditPayoffPage.EnterMissingInterestAsync(Acceptance.Host);
        var page = new CreditPayoffPage(await OpenAsync(Viewport.Desktop));
        await page.OpenAsync();
        return page;
    }
}
