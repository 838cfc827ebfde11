using System.Globalization;
using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>Lists (spec/ui.md §1.4): what they show stands in the address.</summary>
public sealed class ListTests(AcceptanceFixture acceptance) : BrowserTest(acceptance)
{
    private const string Items = "/transactions?account=1&q=Item&size=10&sort=-description";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        for (var i = 1; i <= 12; i++)
        {
            var amount = i.ToString(CultureInfo.InvariantCulture);
            await Acceptance.Host.SaveAsync("transaction", new { description = $"Item {i:00}", amount, account = "1", date = "2017-07-27", notes = "", budgets = new Dictionary<string, string> { ["1"] = amount } });
        }
    }

    [Theory]
    [InlineData("/accounts", "BankOne", "Edit account", 1)]
    [InlineData("/budgets", "Periodic1", "Edit budget", 0)]
    public async Task A_budget_and_an_account_lead_to_their_transactions_and_editing_is_a_button_there(string path, string name, string button, int balances)
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Desktop), path);
        await page.LoadsAfterAsync(() => page.Page.Locator("main .bb-lead").GetByText(name, new LocatorGetByTextOptions { Exact = true }).ClickAsync());
        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync(name);
        await Assertions.Expect(page.Row("table-register", "Item 12")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Page.Locator("#table-register thead").GetByText("Balance")).ToHaveCountAsync(balances);

        await page.OpenDialogAsync(page.Opener(button), $"Edit {name}");
        await Assertions.Expect(page.Dialog.Field("name")).ToHaveValueAsync(name);
    }

    [Fact]
    public async Task Filter_search_order_size_and_page_stand_in_the_address_and_the_way_back_works()
    {
        var window = await OpenAsync(Viewport.Desktop);
        var list = await OpenListAsync(window, "/transactions");
        await Assertions.Expect(list.Count).ToHaveTextAsync("Showing 1 to 16 of 16");

        await list.ShowsAfterAsync(() => list.Filter("account").SelectOptionAsync("1"), "/transactions?account=1&size=25");
        await Assertions.Expect(list.Count).ToHaveTextAsync("Showing 1 to 13 of 13 (of 16 in all)");
        await list.ShowsAfterAsync(() => list.Filter("size").SelectOptionAsync("10"), "/transactions?account=1&size=10");
        await list.ShowsAfterAsync(() => list.Head("Description").ClickAsync(), "/transactions?account=1&size=10&sort=description");
        await list.ShowsAfterAsync(() => list.Head("Description").ClickAsync(), "/transactions?account=1&size=10&sort=-description");
        await Assertions.Expect(list.Head("Description")).ToBeFocusedAsync();
        await list.ShowsAfterAsync(() => list.Search.PressSequentiallyAsync("Item", new LocatorPressSequentiallyOptions { Delay = 10 }), Items);
        Assert.Equal(Enumerable.Range(3, 10).Reverse().Select(i => $"Item {i:00}"), await list.DescriptionsAsync());

        await list.ShowsAfterAsync(() => list.Page.GetByLabel("Pages").GetByText("2").ClickAsync(), Items + "&page=2");
        await ShowsLastTwoAsync(list);
        await list.ReloadAsync();
        await ShowsLastTwoAsync(list);
        await ShowsLastTwoAsync(await OpenListAsync(await window.OpenAnotherAsync(), list.Address));

        await list.Page.GoBackAsync();
        await Assertions.Expect(list.Count).ToHaveTextAsync("Showing 1 to 10 of 12 (of 16 in all)");
        await list.Page.GoBackAsync();
        await Assertions.Expect(list.Count).ToHaveTextAsync("Showing 1 to 10 of 13 (of 16 in all)");
        Assert.Equal("/transactions?account=1&size=10&sort=-description", list.Address);
        await Assertions.Expect(list.Search).ToHaveValueAsync("");
        await Assertions.Expect(list.Filter("account")).ToHaveValueAsync("1");
    }

    [Fact]
    public async Task The_file_below_the_list_holds_what_is_shown()
    {
        var list = await OpenListAsync(await OpenAsync(Viewport.Desktop), Items);

        var lines = await list.DownloadAsync();

        Assert.Equal(13, lines.Length);
        Assert.All(Enumerable.Range(1, 12), i => Assert.Contains($"Item {13 - i:00}", lines[i], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Shift_adds_a_column_to_the_order()
    {
        var list = await OpenListAsync(await OpenAsync(Viewport.Desktop), "/transactions?sort=account");

        await list.ShowsAfterAsync(() => list.Head("Amount").ClickAsync(new LocatorClickOptions { Modifiers = [KeyboardModifier.Shift] }), "/transactions?sort=account%2Camount");
        Assert.Equal(["Item 01", "Item 02"], (await list.DescriptionsAsync()).Take(2));
        await list.ShowsAfterAsync(() => list.Head("Amount").ClickAsync(new LocatorClickOptions { Modifiers = [KeyboardModifier.Shift] }), "/transactions?sort=account%2C-amount");
        Assert.Equal(["T1foo", "Item 12"], (await list.DescriptionsAsync()).Take(2));
    }

    [Fact]
    public async Task On_a_phone_the_order_has_a_field_of_its_own()
    {
        var list = await OpenListAsync(await OpenAsync(Viewport.Phone), "/transactions");

        await list.ShowsAfterAsync(() => list.Filter("sort").SelectOptionAsync("description"), "/transactions?size=25&sort=description");
        Assert.Equal("Item 01", (await list.DescriptionsAsync())[0]);
    }

    [Fact]
    public async Task Scheduled_transactions_are_filtered_by_their_type()
    {
        var list = new ListPage(await OpenAsync(Viewport.Desktop), "/scheduled", "table-scheduled-txn");
        await list.OpenAsync();
        Assert.Equal(["ST1", "ST2", "ST3"], (await list.DescriptionsAsync()).Take(3).Order(StringComparer.Ordinal));

        await list.ShowsAfterAsync(() => list.Filter("type").SelectOptionAsync("monthly"), "/scheduled?type=monthly&size=25");

        Assert.Equal(["ST2", "ST5"], await list.DescriptionsAsync());
        Assert.Equal(3, (await list.DownloadAsync()).Length);
    }

    [Fact]
    public async Task What_is_shown_stays_when_a_row_has_been_edited()
    {
        var list = await OpenListAsync(await OpenAsync(Viewport.Desktop), Items);
        var dialog = await list.OpenDialogAsync(list.Opener("Item 12"), "Edit Item 12");
        await dialog.FillAsync("description", "Item 99");
        await dialog.Save.ClickAsync();

        await list.SeesSavedAsync("Saved Item 99.");
        Assert.Equal(Items, list.Address);
        Assert.Equal("Item 99", (await list.DescriptionsAsync())[0]);
    }

    private static async Task<ListPage> OpenListAsync(BrowserWindow window, string address)
    {
        var list = new ListPage(window, address, "table-transactions");
        await list.OpenAsync();
        return list;
    }

    private static async Task ShowsLastTwoAsync(ListPage list)
    {
        await Assertions.Expect(list.Count).ToHaveTextAsync("Showing 11 to 12 of 12 (of 16 in all)");
        Assert.Equal(["Item 02", "Item 01"], await list.DescriptionsAsync());
        Assert.Equal("Item", await list.Search.InputValueAsync());
    }
}
