using System.Text.Json;
using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>One field, behind Ctrl+K, finds every place and takes a transaction in a line.</summary>
public sealed class PaletteTests(AcceptanceFixture acceptance) : BrowserTest(acceptance)
{
    private const int MostKeystrokes = 8;

    public static TheoryData<int, bool> Looks => new() { { 360, false }, { 360, true }, { 1440, false }, { 1440, true } };

    [Fact]
    public async Task A_line_becomes_a_transaction_that_is_seen_before_it_is_saved_with_at_most_eight_keystrokes_besides_it()
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Desktop), "/accounts");
        var keystrokes = 0;
        await PressAsync("Control+k");
        await Assertions.Expect(Field(page)).ToBeFocusedAsync();
        await page.Page.Keyboard.TypeAsync("42.50 periodic2 Market yesterday");
        await PressAsync("Enter");

        // What it was taken for, in the form that every transaction has; nothing is stored yet.
        await Assertions.Expect(page.Dialog.Title).ToHaveTextAsync("Add New Transaction");
        await Assertions.Expect(page.Dialog.Field("date")).ToHaveValueAsync("2017-07-27");
        await Assertions.Expect(page.Dialog.Field("amount")).ToHaveValueAsync("42.50");
        await Assertions.Expect(page.Dialog.Field("description")).ToHaveValueAsync("Market");
        await Assertions.Expect(page.Dialog.Field("account")).ToHaveValueAsync("1");
        await Assertions.Expect(page.Dialog.Box.Locator("[data-bb-single]")).ToHaveValueAsync("2");
        await PressAsync("Enter");

        await page.SeesSavedAsync("Saved Market.");
        Assert.InRange(keystrokes, 1, MostKeystrokes);
        Assert.Equal("/accounts", new Uri(page.Page.Url).AbsolutePath);
        using var stored = JsonDocument.Parse(await Acceptance.Host.PageAsync("/ajax/transactions/5"));
        Assert.Equal(("Market", 42.5m, 1), (stored.RootElement.GetProperty("description").GetString(), stored.RootElement.GetProperty("actual_amount").GetDecimal(), stored.RootElement.GetProperty("account_id").GetInt32()));
        var share = Assert.Single(stored.RootElement.GetProperty("budgets").EnumerateArray());
        Assert.Equal((2, 42.5m), (share.GetProperty("id").GetInt32(), share.GetProperty("amount").GetDecimal()));

        // Nothing that is typed right after the key is lost: 2.50 would be another amount.
        await PressAsync("Control+k");
        await page.Page.Keyboard.TypeAsync("42.50 periodic2 Market yesterday");
        await Assertions.Expect(Lines(page)).ToHaveCountAsync(1);
        await Assertions.Expect(Lines(page).First).ToContainTextAsync("Add $42.50 · Periodic2 · Market · 7/27/2017 · BankOne");

        async Task PressAsync(string keys)
        {
            keystrokes += keys.Split('+').Length;
            await page.Page.Keyboard.PressAsync(keys);
        }
    }

    [Fact]
    public async Task Places_are_found_by_name_by_day_and_by_amount_and_opened_by_keyboard()
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Desktop), "/help");
        await page.Page.Keyboard.PressAsync("Control+k");
        await page.Page.Keyboard.TypeAsync("stand");
        await Assertions.Expect(Lines(page).First).ToContainTextAsync("Standing1");
        await Assertions.Expect(Lines(page).First).ToHaveAttributeAsync("aria-selected", "true");
        await page.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(Lines(page).Nth(1)).ToHaveAttributeAsync("aria-selected", "true");
        await Assertions.Expect(Field(page)).ToHaveAttributeAsync("aria-activedescendant", "bb-found-1");
        await page.Page.Keyboard.PressAsync("ArrowUp");
        await page.LoadsAfterAsync(() => page.Page.Keyboard.PressAsync("Enter"));
        Assert.Equal("/budgets/4", new Uri(page.Page.Url).AbsolutePath);

        await page.OpenAsync();
        await FindAsync(page, "2017-08-10");
        await page.LoadsAfterAsync(() => page.Page.Keyboard.PressAsync("Enter"));
        Assert.Equal("/payperiod/2017-08-04", new Uri(page.Page.Url).AbsolutePath);

        await FindAsync(page, "111.13");
        await Assertions.Expect(Lines(page).First).ToContainTextAsync("T1foo");
        await Assertions.Expect(Lines(page).Last).ToContainTextAsync("Which budget?");
        await FindAsync(page, "nothing is called so");
        await Assertions.Expect(Lines(page)).ToHaveCountAsync(0);
        await Assertions.Expect(page.Page.Locator(".bb-find-none")).ToHaveTextAsync("Nothing is called so.");
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Field(page)).ToBeFocusedAsync();

        // Typed faster than it is answered: what the last text means is taken.
        await page.Page.Keyboard.PressAsync("Control+a");
        await page.Page.Keyboard.TypeAsync("reconc");
        await page.LoadsAfterAsync(() => page.Page.Keyboard.PressAsync("Enter"));
        Assert.Equal("/reconcile", new Uri(page.Page.Url).AbsolutePath);
    }

    [Fact]
    public async Task It_is_opened_by_its_button_too_on_a_desk_and_on_a_phone()
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Desktop), "/budgets");
        await page.Page.Locator(".bb-side").GetByText("Find or add").ClickAsync();
        await Assertions.Expect(Field(page)).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("Escape");

        var phone = new AppPage(await OpenTouchAsync(Acceptance.Host), "/budgets");
        await phone.OpenAsync();
        await phone.Page.Locator(".bb-more summary").TapAsync();
        await phone.Page.Locator(".bb-more-list").GetByText("Find or add").TapAsync();
        await Assertions.Expect(Field(phone)).ToBeFocusedAsync();
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task It_is_accessible_and_fits(int width, bool isDark)
    {
        var page = await AppPage.OpenAsync(await OpenAsync(new Viewport(width, 740)), "/");
        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light });
        await page.Page.Keyboard.PressAsync("Control+k");
        await page.Dialog.WaitForAsync("Find or add");
        await Assertions.Expect(Lines(page).First).ToHaveTextAsync("Home Pages");
        Assert.Empty(await page.AccessibilityViolationsAsync());
        await page.Page.Keyboard.TypeAsync("3.50 " + new string('x', 120));
        await Assertions.Expect(Lines(page).First).ToContainTextAsync("Which budget?");
        Assert.Empty(await page.AccessibilityViolationsAsync());
        Assert.Equal(0, await page.OverflowAsync());
        await page.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Dialog.Box).ToHaveCountAsync(0);

        await page.Page.Keyboard.PressAsync("?");
        await page.Dialog.WaitForAsync("Keyboard shortcuts");
        Assert.Empty(await page.AccessibilityViolationsAsync());
        Assert.Equal(0, await page.OverflowAsync());
    }

    private static ILocator Field(AppPage page) => page.Page.Locator("dialog[open] [data-bb-find] input");

    private static ILocator Lines(AppPage page) => page.Page.Locator("dialog[open] #bb-found > *");

    private static async Task FindAsync(AppPage page, string text)
    {
        if (await Field(page).CountAsync() == 0)
        {
            await page.Page.Keyboard.PressAsync("Control+k");
        }

        await Field(page).FillAsync(text);
        await page.IsReadyAsync();
        await Assertions.Expect(page.Page.Locator("#bb-found:not([aria-busy])")).ToHaveCountAsync(1);
    }
}
