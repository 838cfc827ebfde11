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

    public override Task GoToAsync(string path) => LoadAsync(App.Page.Locator($".bb-side a[href$='{path}']"));
}
