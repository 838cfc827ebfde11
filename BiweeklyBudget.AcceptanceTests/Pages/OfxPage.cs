using BiweeklyBudget.AcceptanceTests.Fixtures;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Pages;

/// <summary>The page of bank transactions with its upload.</summary>
internal sealed class OfxPage(BrowserWindow window) : AppPage(window, "/ofx")
{
    public ILocator Previews => Page.Locator("#ofx-previews > article");

    public ILocator Statements => Page.Locator("#ofx-previews [data-ofx-statement]");

    public ILocator Rows => Page.Locator("#table-ofx-txn tbody tr");

    /// <summary>What became of the last import.</summary>
    public ILocator Result => Page.Locator("#ofx-result");

    /// <summary>The link to what comes next.</summary>
    public ILocator Next => Page.Locator("#ofx-next a");

    public ILocator Imports => Page.Locator("#ofx-imports li");

    public static async Task<OfxPage> VisitAsync(BrowserWindow window)
    {
        var page = new OfxPage(window);
        await page.OpenAsync();
        return page;
    }

    /// <summary>Chooses files and waits for their previews.</summary>
    public async Task ChooseAsync(params FilePayload[] files)
    {
        var before = await Previews.CountAsync();
        await Page.Locator("#ofx-files").SetInputFilesAsync(files);
        await Assertions.Expect(Previews).ToHaveCountAsync(before + files.Length);
        await SettledAsync();
    }

    /// <summary>Drops a file on the page.</summary>
    public async Task DropAsync(string name, string text)
    {
        await Page.EvaluateAsync(
            """
            ([name, text]) => {
              const data = new DataTransfer();
              data.items.add(new File([text], name));
              document.querySelector('[data-ofx-drop]').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
            }
            """,
            new[] { name, text });
        await Assertions.Expect(Statements).Not.ToHaveCountAsync(0);
        await SettledAsync();
    }

    public async Task ChooseAccountAsync(ILocator statement, string account)
    {
        await statement.Locator("[data-ofx-choice]").SelectOptionAsync(new SelectOptionValue { Label = account });
        await SettledAsync();
    }

    /// <summary>The one click that imports all that is ready.</summary>
    public async Task ImportAsync()
    {
        await Page.Locator("#ofx-import").ClickAsync();
        await Assertions.Expect(Result).ToContainTextAsync("statements imported");
        await SettledAsync();
    }

    public async Task UndoLatestAsync()
    {
        await Imports.First.GetByRole(AriaRole.Button).ClickAsync();
        await SettledAsync();
    }

    public Task SearchAsync(string text) => Page.Locator("#filter-q").FillAsync(text);

    private Task SettledAsync() => Assertions.Expect(Page.Locator("#ofx-progress")).ToBeHiddenAsync();
}
