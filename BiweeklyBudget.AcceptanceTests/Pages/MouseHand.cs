using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Pages;

/// <summary>Points and clicks; the keyboard is for texts.</summary>
internal sealed class MouseHand(AppPage page) : Hand(page)
{
    public override Task PressAsync(ILocator target) => target.ClickAsync();

    public override async Task TypeAsync(ILocator field, string text)
    {
        await field.ClickAsync(new LocatorClickOptions { ClickCount = 3 });
        await Keys.TypeAsync(text);
    }

    public override Task ChooseAsync(ILocator list, string text) => list.SelectOptionAsync(new SelectOptionValue { Label = text });

    // The current period is one click further than the list of all.
    public override async Task GoToAsync(string path)
    {
        var isCurrent = path == "/pay_period_for";
        await LoadAsync(App.Page.Locator($".bb-side a[href$='{(isCurrent ? "/payperiods" : path)}']"));
        if (isCurrent)
        {
            await LoadAsync(App.Page.Locator(".bb-row-current a").First);
        }
    }
}
