using BiweeklyBudget.AcceptanceTests.Fixtures;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Pages;

/// <summary>The page that stands for all others as long as there is no connection.</summary>
internal sealed class OfflinePage(BrowserWindow window)
{
    public ILocator Heading => window.Page.Locator("h1");

    /// <summary>What is kept on the device.</summary>
    public ILocator Waiting => window.Page.Locator("#offline-waiting li");

    /// <summary>Notes an expense of the account that is preset.</summary>
    public async Task NoteAsync(string amount, string description, string budget)
    {
        await window.Page.Locator("#offline-amount").FillAsync(amount);
        await window.Page.Locator("#offline-date").FillAsync("2017-07-28");
        await window.Page.Locator("#offline-description").FillAsync(description);
        await window.Page.Locator("#offline-account").SelectOptionAsync("1");
        var value = await window.Page.Locator("#offline-budget option").Filter(new LocatorFilterOptions { HasText = budget }).First.GetAttributeAsync("value");
        await window.Page.Locator("#offline-budget").SelectOptionAsync(value!);
        await window.Page.Locator("#offline-form button[type=submit]").ClickAsync();
    }
}
