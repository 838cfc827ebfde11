using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>Lists are walked, and their rows made, chosen, edited and deleted, without the mouse.</summary>
public sealed class KeyboardListTests(AcceptanceFixture acceptance) : BrowserTest(acceptance)
{
    private const string NextPeriod = "/payperiod/2017-08-04";

    [Fact]
    public async Task After_a_planned_transaction_is_made_or_skipped_the_focus_is_on_the_next_one()
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Desktop), NextPeriod);
        var planned = page.Page.Locator("tr.bb-row-planned");
        var records = await planned.EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.bbRecord)");
        Assert.True(records.Length >= 2, string.Join(", ", records));

        await page.Page.Keyboard.PressAsync("j");
        while (!await page.Page.Locator(":focus").EvaluateAsync<bool>("link => link.closest('tr.bb-row-planned') !== null"))
        {
            await page.Page.Keyboard.PressAsync("j");
        }

        Assert.Equal(records[0], await FocusedRecordAsync(page));
        await page.Page.Keyboard.PressAsync("m");
        await Assertions.Expect(page.Dialog.Title).ToContainTextAsync("Make ");
        await page.LoadsAfterAsync(() => page.Page.Keyboard.PressAsync("Control+Enter"));
        await Assertions.Expect(page.Toast).ToContainTextAsync("Made ");
        Assert.Equal(records[1], await FocusedRecordAsync(page));
        Assert.Contains("/dialogs/convert/", await page.Page.Locator(":focus").GetAttributeAsync("data-bb-dialog"), StringComparison.Ordinal);

        // Enter makes the next one. Skipped, it leaves the focus on the one that is left, or at the content.
        var skip = page.Page.Locator($"tr[data-bb-record='{records[1]}'] [data-bb-dialog*='/dialogs/skip/']");
        await skip.FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Dialog.Title).ToContainTextAsync("Skip");
        await page.Dialog.FillAsync("notes", "not now");
        await page.LoadsAfterAsync(() => page.Page.Keyboard.PressAsync("Enter"));
        var left = await planned.EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.bbRecord)");
        Assert.DoesNotContain(records[1], left);
        if (left.Length > 0)
        {
            Assert.Contains(await FocusedRecordAsync(page), left);
        }
        else
        {
            await Assertions.Expect(page.Page.Locator("#main")).ToBeFocusedAsync();
        }
    }

    [Fact]
    public async Task A_list_is_walked_and_its_rows_are_edited_chosen_and_deleted()
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Desktop), "/scheduled");
        var records = await page.Page.Locator("tr[data-bb-record]").EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.bbRecord)");
        var keys = page.Page.Keyboard;
        await keys.PressAsync("j");
        Assert.Equal(records[0], await FocusedRecordAsync(page));
        await keys.PressAsync("j");
        await keys.PressAsync("j");
        await keys.PressAsync("k");
        Assert.Equal(records[1], await FocusedRecordAsync(page));
        foreach (var _ in records.Append(""))
        {
            await keys.PressAsync("j");
        }

        Assert.Equal(records[^1], await FocusedRecordAsync(page));
        await keys.PressAsync("m");
        await Assertions.Expect(page.Dialog.Box).ToHaveCountAsync(0);

        await keys.PressAsync("e");
        await Assertions.Expect(page.Dialog.Title).ToContainTextAsync("Edit ");
        await keys.PressAsync("Escape");
        await Assertions.Expect(page.Dialog.Box).ToHaveCountAsync(0);
        Assert.Equal(records[^1], await FocusedRecordAsync(page));

        // Two are chosen, and go together; the focus is on a row that is left.
        await keys.PressAsync("x");
        await keys.PressAsync("k");
        await keys.PressAsync("x");
        await Assertions.Expect(page.Page.Locator("[data-bb-chosen]")).ToHaveTextAsync("2 chosen");
        await keys.PressAsync("d");
        await Assertions.Expect(page.Dialog.Title).ToHaveTextAsync("Delete 2 scheduled transactions");
        await page.LoadsAfterAsync(() => page.Dialog.Save.ClickAsync());
        await Assertions.Expect(page.Toast).ToHaveTextAsync("2 scheduled transactions were deleted.");
        Assert.Equal(records[..^2], await page.Page.Locator("tr[data-bb-record]").EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.bbRecord)"));
        Assert.Equal(records[^3], await FocusedRecordAsync(page));
    }

    [Theory]
    [InlineData("/budgets", "budget")]
    [InlineData("/accounts", "account")]
    public async Task A_row_that_leads_to_a_register_is_edited_and_deleted_by_key(string path, string kind)
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Desktop), path);
        var keys = page.Page.Keyboard;
        await keys.PressAsync("j");
        await keys.PressAsync("e");
        await Assertions.Expect(page.Dialog.Title).ToContainTextAsync("Edit ");
        await keys.PressAsync("Escape");
        await keys.PressAsync("d");
        await Assertions.Expect(page.Dialog.Title).ToContainTextAsync("Delete ");
        await keys.PressAsync("Escape");

        await page.LoadsAfterAsync(() => keys.PressAsync("Enter"));
        Assert.Matches($"/{kind}s/[0-9]+/transactions$", page.Page.Url);
    }

    [Fact]
    public async Task The_search_finds_amounts_and_days_and_keys_are_letters_there()
    {
        var list = new ListPage(await OpenAsync(Viewport.Desktop), "/transactions", "table-transactions");
        await list.OpenAsync();
        await list.Page.Keyboard.PressAsync("/");
        await Assertions.Expect(list.Search).ToBeFocusedAsync();
        await list.Search.FillAsync("322.32");
        await Assertions.Expect(list.Page.Locator("tr[data-bb-record]")).ToHaveCountAsync(1);
        await Assertions.Expect(list.Page.Locator("tr[data-bb-record]")).ToContainTextAsync("T4split");
        await list.Search.FillAsync("2017-07");
        await Assertions.Expect(list.Page.Locator("tr[data-bb-record]")).ToHaveCountAsync(2);
        await list.Search.FillAsync("");
        await list.Page.Keyboard.TypeAsync("jkmed");
        await Assertions.Expect(list.Search).ToHaveValueAsync("jkmed");
        await Assertions.Expect(list.Dialog.Box).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task All_keys_that_work_are_listed_in_the_dialog_and_in_Help()
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Desktop), "/help");
        var listened = (await page.Page.Locator("body").GetAttributeAsync("data-bb-keys"))!.Split(' ').Select(key => key[..key.LastIndexOf(':')]).ToList();
        Assert.Contains("Ctrl+K", listened);
        var help = await page.Page.Locator("#keys kbd").AllInnerTextsAsync();
        await page.Page.Keyboard.PressAsync("?");
        await page.Dialog.WaitForAsync("Keyboard shortcuts");
        var dialog = await page.Dialog.Box.Locator("kbd").AllInnerTextsAsync();
        Assert.Equal(help, dialog);
        Assert.Empty(listened.Except(dialog));
        Assert.Equal(listened.Count, listened.Distinct().Count());
    }

    private static Task<string?> FocusedRecordAsync(AppPage page) => page.Page.Locator(":focus").EvaluateAsync<string?>("element => element.closest('tr')?.dataset.bbRecord ?? null");
}
