using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Pages;

/// <summary>A finger on a phone.</summary>
internal sealed class TouchHand(AppPage page) : Hand(page)
{
    public override Task PressAsync(ILocator target) => target.TapAsync();

    public override async Task TypeAsync(ILocator field, string text)
    {
        await field.TapAsync();
        await field.FillAsync(text);
    }

    public override Task ChooseAsync(ILocator list, string text) => list.SelectOptionAsync(new SelectOptionValue { Label = text });

    // What does not stand in the bar at the bottom is behind "More".
    public override async Task GoToAsync(string path)
    {
        var direct = App.Page.Locator($".bb-bottom > a[href$='{path}']");
        if (await direct.CountAsync() > 0)
        {
            await LoadAsync(direct);
            return;
        }

        await App.Page.Locator(".bb-more summary").TapAsync();
        await LoadAsync(App.Page.Locator($".bb-more-list a[href$='{path}']"));
    }
}
