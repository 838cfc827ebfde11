using System.Globalization;
using BiweeklyBudget.AcceptanceTests.Fixtures;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Pages;

/// <summary>The page that asks for the last payday when nothing says it yet. Home leads to it, and it leads to Home.</summary>
internal sealed class FirstRunPage(BrowserWindow window) : AppPage(window, "/")
{
    public async Task AnswerAsync(DateOnly payday)
    {
        await Page.Locator("input[name=payday]").FillAsync(payday.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await LoadsAfterAsync(() => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Start", Exact = true }).ClickAsync());
        Assert.Equal("/", new Uri(Page.Url).AbsolutePath);
    }
}
