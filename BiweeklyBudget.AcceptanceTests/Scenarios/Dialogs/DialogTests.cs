using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Scenarios.Dialogs;

/// <summary>What every dialog does (spec/ui.md §1.5); each class adds what its own does beyond it.</summary>
public abstract class DialogTests(AcceptanceFixture acceptance) : BrowserTest(acceptance)
{
    /// <summary>The page, the text of the link, the dialog's title.</summary>
    private protected abstract (string Page, string Opener, string Title) Way { get; }

    /// <summary>The field that the cursor starts in, and one for any text.</summary>
    private protected abstract (string First, string Text) Fields { get; }

    /// <summary>What is said when <see cref="FillAsync"/> has been saved.</summary>
    private protected abstract string Success { get; }

    /// <summary>Fills in what can be saved.</summary>
    private protected abstract Task FillAsync(DialogBox dialog);

    /// <summary>The page shows what was saved.</summary>
    private protected abstract Task ShowsAsync(AppPage page);

    /// <summary>The link.</summary>
    private protected virtual ILocator OpenerOn(AppPage page) => page.Opener(Way.Opener);

    [Fact]
    public async Task The_focus_goes_to_the_first_field_and_comes_back_and_what_was_typed_is_kept()
    {
        var page = await OpenPageAsync();
        var opener = OpenerOn(page);

        await opener.FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Dialog.WaitForAsync(Way.Title);
        await Assertions.Expect(page.Dialog.Field(Fields.First)).ToBeFocusedAsync();
        var untouched = await page.Dialog.Field(Fields.Text).InputValueAsync();
        await page.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Dialog.Box).ToHaveCountAsync(0);
        await Assertions.Expect(opener).ToBeFocusedAsync();
        await Assertions.Expect(page.Toast).ToHaveCountAsync(0);

        await page.OpenDialogAsync(opener, Way.Title);
        await page.Dialog.FillAsync(Fields.Text, "half a thought");
        await page.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Toast).ToContainTextAsync("Not saved.");
        await Assertions.Expect(opener).ToBeFocusedAsync();

        await page.OpenDialogAsync(opener, Way.Title);
        await Assertions.Expect(page.Dialog.Field(Fields.Text)).ToHaveValueAsync("half a thought");
        await page.ReloadAsync();
        await page.OpenDialogAsync(opener, Way.Title);
        await Assertions.Expect(page.Dialog.Field(Fields.Text)).ToHaveValueAsync("half a thought");

        await page.Dialog.Button("Start afresh").ClickAsync();
        await Assertions.Expect(page.Dialog.Field(Fields.Text)).ToHaveValueAsync(untouched);
        await Assertions.Expect(page.Dialog.Message).ToBeEmptyAsync();
    }

    [Fact]
    public async Task Failures_are_told_nothing_typed_is_lost_and_Enter_saves_it_once()
    {
        var window = await OpenAsync(Viewport.Desktop);
        window.Expect(500);
        window.ExpectToBeCutOff();
        var page = await AppPage.OpenAsync(window, Way.Page);
        var dialog = await page.OpenDialogAsync(OpenerOn(page), Way.Title);
        await FillAsync(dialog);

        // An amount shows what was understood when it is left.
        await page.Page.EvaluateAsync("document.activeElement.blur()");
        var typed = await TypedAsync(page);

        await page.Page.RouteAsync("**/forms/*", route => route.FulfillAsync(new RouteFulfillOptions { Status = 500, Body = "broken" }));
        await dialog.Save.ClickAsync();
        await Assertions.Expect(dialog.Message).ToHaveTextAsync("Not saved: the server answered 500.");
        Assert.Equal(typed, await TypedAsync(page));

        await page.Page.UnrouteAsync("**/forms/*");
        await page.Page.RouteAsync("**/forms/*", route => route.AbortAsync());
        await dialog.Save.ClickAsync();
        await Assertions.Expect(dialog.Message).ToContainTextAsync("the server cannot be reached");
        Assert.Equal(typed, await TypedAsync(page));

        await page.Page.UnrouteAsync("**/forms/*");
        var sent = new SentForms(page.Page);
        await dialog.Field(Fields.First).PressAsync("Enter");
        await page.SeesSavedAsync(Success);
        Assert.Single(sent.Bodies);
        await ShowsAsync(page);

        // Nothing is left of what was typed; what Ctrl+Z takes back is.
        Assert.Equal("", await page.Page.EvaluateAsync<string>("Object.keys(sessionStorage).filter(key => !/^bb-(un)?done:/.test(key)).join()"));
    }

    [Fact]
    public async Task While_it_is_saved_no_click_and_no_key_sends_it_again_or_closes_it()
    {
        var page = await OpenPageAsync();
        var dialog = await page.OpenDialogAsync(OpenerOn(page), Way.Title);
        await FillAsync(dialog);
        var arrives = new TaskCompletionSource();
        await page.Page.RouteAsync("**/forms/*", async route =>
        {
            await arrives.Task;
            await route.ContinueAsync();
        });
        var sent = new SentForms(page.Page);

        await dialog.Save.DblClickAsync();
        await dialog.Field(Fields.First).PressAsync("Enter");
        await page.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog.Save).ToBeDisabledAsync();
        await Assertions.Expect(dialog.Save).ToHaveTextAsync("Saving …");
        await Assertions.Expect(page.Page.Locator("html[data-slow]")).ToHaveCountAsync(1);
        arrives.SetResult();

        await page.SeesSavedAsync(Success);
        Assert.Single(sent.Bodies);
        await ShowsAsync(page);
    }

    private protected async Task<AppPage> OpenPageAsync() => await AppPage.OpenAsync(await OpenAsync(Viewport.Desktop), Way.Page);

    private protected async Task<DialogBox> OpenDialogAsync()
    {
        var page = await OpenPageAsync();
        return await page.OpenDialogAsync(OpenerOn(page), Way.Title);
    }

    private static Task<string> TypedAsync(AppPage page) =>
        page.Page.EvaluateAsync<string>("JSON.stringify([...document.querySelectorAll('dialog input, dialog select, dialog textarea')].map(f => f.type === 'checkbox' || f.type === 'radio' ? f.checked : f.value))");
}
