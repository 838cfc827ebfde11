using System.Globalization;
using System.Text.Json;
using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>Charts can be read without seeing their colours, and without seeing them at all.</summary>
public sealed class ChartTests(AcceptanceFixture acceptance) : BrowserTest(acceptance)
{
    [Theory]
    [InlineData("/budgets", "/ajax/chart-data/budget-spending/by-pay-period")]
    [InlineData("/budgets", "/ajax/chart-data/budget-spending/by-month")]
    [InlineData("/", "/ajax/chart-data/account-balances")]
    public async Task The_table_beside_a_chart_has_its_figures_and_its_lines_can_be_switched_off(string path, string source)
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Desktop), path);
        var chart = page.Page.Locator($"[data-source='{source}']");
        using var sent = JsonDocument.Parse(await Acceptance.Host.PageAsync(source));
        var keys = sent.RootElement.GetProperty("keys").EnumerateArray().Select(k => k.GetString()!).ToList();

        var button = chart.GetByRole(AriaRole.Button).First;
        await Assertions.Expect(chart.Locator(".bb-chart-legend button")).ToHaveTextAsync(keys);
        await Assertions.Expect(button).ToHaveAttributeAsync("aria-pressed", "true");
        await button.PressAsync("Space");
        await Assertions.Expect(button).ToHaveAttributeAsync("aria-pressed", "false");
        await button.PressAsync("Space");
        await Assertions.Expect(button).ToHaveAttributeAsync("aria-pressed", "true");

        await chart.GetByText("Show as table").ClickAsync();
        Assert.Equal(["Date", .. keys], await chart.Locator("thead th").AllInnerTextsAsync());
        var expected = sent.RootElement.GetProperty("data").EnumerateArray().Reverse().SelectMany(line => keys.Select(key => Shown(line, key)).Prepend(Day(line.GetProperty("date").GetString()!)));
        Assert.Equal(expected, await chart.Locator("tbody td").AllInnerTextsAsync());
    }

    private static string Day(string date) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString("M/d/yyyy", CultureInfo.InvariantCulture)
        : DateOnly.ParseExact(date, "yyyy-MM", CultureInfo.InvariantCulture).ToString("M/yyyy", CultureInfo.InvariantCulture);

    private static string Shown(JsonElement line, string key) =>
        line.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal().ToString("C2", CultureInfo.GetCultureInfo("en-US")) : "";
}
