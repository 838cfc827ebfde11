using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Pages;

/// <summary>No mouse: Tab to wherever it is, Enter or Space, and the keys of the app.</summary>
internal sealed class KeyboardHand(AppPage page) : Hand(page)
{
    private const int MostStops = 200;

    private static readonly Dictionary<string, string> Letters = new(StringComparer.Ordinal) { ["/pay_period_for"] = "p", ["/reconcile"] = "r" };

    public override async Task PressAsync(ILocator target)
    {
        await ReachAsync(target);
        await Keys.PressAsync(await target.EvaluateAsync<bool>("e => e.matches('input, summary')") ? "Space" : "Enter");
    }

    public override async Task TypeAsync(ILocator field, string text)
    {
        await ReachAsync(field);
        await Keys.PressAsync("Control+a");
        await Keys.TypeAsync(text);
    }

    public override async Task ChooseAsync(ILocator list, string text)
    {
        await ReachAsync(list);
        await Keys.TypeAsync(text);
        await Assertions.Expect(list.Locator("option:checked")).ToHaveTextAsync(text);
    }

    public override Task GoToAsync(string path) =>
        Letters.TryGetValue(path, out var letter) ? App.LoadsAfterAsync(() => Keys.PressAsync(letter)) : LoadAsync(App.Page.Locator($".bb-side a[href$='{path}']"));

    // Forth, as everybody who works so does; the focus is always to be seen.
    private async Task ReachAsync(ILocator target)
    {
        await Assertions.Expect(target).ToBeVisibleAsync();
        for (var stop = 0; stop < MostStops && !await target.EvaluateAsync<bool>("e => e === document.activeElement"); stop++)
        {
            await Keys.PressAsync("Tab");
        }

        await Assertions.Expect(target).ToBeFocusedAsync();
    }
}
