using System.Net.Http.Json;
using BiweeklyBudget.AcceptanceTests.Fixtures;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Pages;

/// <summary>The payoff plans.</summary>
internal sealed class CreditPayoffPage(BrowserWindow window) : AppPage(window, "/accounts/credit-payoff")
{
    public ILocator SaveButton => Page.Locator("#btn_recalc_payoffs");

    public ILocator SaveOrderButton => Page.Locator("#btn_save_order");

    public ILocator MissingInterest => Page.Locator("[data-left-out]");

    public ILocator PrimeRateProblem => Page.Locator("#prime-rate-problem");

    public ILocator PrimeRateKnown => Page.Locator("#prime-rate-known");

    /// <summary>Enters the charge that the sample data lack, as a script would.</summary>
    public static async Task EnterMissingInterestAsync(HostProcess host)
    {
        using var response = await host.Client.PostAsJsonAsync("/forms/credit-payoff-account-ofx", new { id = 4, filename = "/stmt/CreditTwo/0", interest_amt = "46.89" });
        Assert.Contains("\"success\":true", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>The cells of a method's table, row by row.</summary>
    public async Task<IReadOnlyList<string>> RowsAsync(string method)
    {
        var rows = Page.Locator($"#table_{method} tbody tr");
        await rows.First.WaitForAsync();
        return await rows.EvaluateAllAsync<string[]>("rows => rows.map(r => [...r.cells].map(c => c.textContent.trim()).join(' | '))");
    }

    /// <summary>Ids of the rows of increases or one-time payments.</summary>
    public Task<string[]> SettingRowsAsync(string kind) => Page.Locator($"#payoff_{kind}_forms form").EvaluateAllAsync<string[]>("rows => rows.map(r => r.id)");

    public async Task AddRowAsync(string kind, string date, string amount)
    {
        await Page.Locator($"[data-add={kind}]").ClickAsync();
        var row = (await SettingRowsAsync(kind))[^1];
        await FillRowAsync(row, date, amount);
    }

    public async Task FillRowAsync(string row, string date, string amount)
    {
        await Page.Locator($"#{row}_date").FillAsync(date);
        await Page.Locator($"#{row}_amt").FillAsync(amount);
        await Page.Locator($"#{row}_enable").CheckAsync();
    }

    public Task RemoveRowAsync(string row) => Page.Locator($"#{row} [data-remove]").ClickAsync();

    public Task<string> ErrorOfAsync(string row, string field) => Page.Locator($"#{row} [data-errors={field}]").InnerTextAsync();

    public Task<bool> IsFocusedAsync(string id) => Page.EvaluateAsync<bool>("id => document.activeElement?.id === id", id);

    /// <summary>Saves and waits for the page to come anew with a confirmation.</summary>
    public async Task SaveAsync(ILocator button)
    {
        await LoadsAfterAsync(() => button.ClickAsync());
        await Assertions.Expect(Toast).ToBeVisibleAsync();
    }

    /// <summary>The chart's twin, opened: its heads, and its rows.</summary>
    public async Task<(string[] Heads, string[] Rows)> ChartTwinAsync()
    {
        await Page.GetByText("Show as table").ClickAsync();
        var twin = Page.Locator(".bb-chart-twin table");
        await twin.Locator("tbody tr").First.WaitForAsync();
        return (
            await twin.Locator("thead th").AllInnerTextsAsync() is var heads ? [.. heads] : [],
            await twin.Locator("tbody tr").EvaluateAllAsync<string[]>("rows => rows.map(r => [...r.cells].map(c => c.textContent.trim()).join(' | '))"));
    }

    public Task<string[]> OrderAsync() => Page.Locator("#payoff-order li").EvaluateAllAsync<string[]>("items => items.map(i => i.dataset.id)");

    public Task PressAsync(int card, string key) => Page.Locator($"#payoff-order li[data-id='{card}'] [data-move='1']").PressAsync(key);

    public Task DragAsync(int card, int onto) => Page.Locator($"#payoff-order li[data-id='{card}']").DragToAsync(Page.Locator($"#payoff-order li[data-id='{onto}']"));

    public async Task<string> EnterInterestAsync(string amount)
    {
        await Page.GetByText("manually input the interest charge from your last statement").ClickAsync();
        await Page.Locator("#payoff_acct_frm_interest_amt").FillAsync(amount);
        var statement = await Page.Locator("#payoff_acct_frm_statement_filename option").First.InnerTextAsync();
        await SaveAsync(Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save charge" }));
        return statement;
    }

    public async Task EnterPrimeRateAsync(string percent)
    {
        await Page.Locator("#prime-rate-form [name=prime_rate]").FillAsync(percent);
        await SaveAsync(Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Use this rate" }));
    }
}
