using BiweeklyBudget.AcceptanceTests.Fixtures;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Pages;

/// <summary>The reconcile page.</summary>
internal sealed class ReconcilePage(BrowserWindow window) : AppPage(window, "/reconcile")
{
    public static async Task<ReconcilePage> OpenAsync(BrowserWindow window)
    {
        var page = new ReconcilePage(window);
        await page.OpenAsync();
        return page;
    }

    public ILocator Submit => Page.Locator("#reconcile-submit");

    public ILocator AcceptAll => Page.Locator("#reconcile-accept-all");

    public ILocator Match => Page.Locator("#reconcile-match");

    public ILocator Undo => Page.Locator("#reconcile-undo");

    public ILocator Summary => Page.Locator("#reconcile-summary");

    public ILocator Messages => Page.Locator("#bb-messages");

    public ILocator Suggestions => Page.Locator(".rc-suggestion:visible");

    /// <summary>Rows that are ready to be submitted.</summary>
    public ILocator Pending => Page.Locator(".rc-done");

    public IKeyboard Keyboard => Page.Keyboard;

    public ILocator Transaction(string description) => Page.Locator(".rc-card[data-kind=transaction]", new PageLocatorOptions { HasTextString = description });

    public ILocator BankLine(string fitId) => Page.Locator($".rc-card[data-kind=bank][data-fitid='{fitId}']");

    /// <summary>Cards of a column: <c>transactions</c> or <c>bank</c>.</summary>
    public ILocator Column(string name) => Page.Locator($"[data-column={name}] .rc-card");

    public static ILocator Pick(ILocator card) => card.Locator(".rc-pick");

    /// <summary>Reloads the tab; the browser's question whether to leave is answered with yes.</summary>
    public async Task<bool> ReloadAskedAsync()
    {
        var wasAsked = false;
        void Accept(object? sender, IDialog dialog)
        {
            wasAsked = dialog.Type == DialogType.BeforeUnload;
            _ = dialog.AcceptAsync();
        }

        Page.Dialog += Accept;
        await ReloadAsync();
        Page.Dialog -= Accept;
        return wasAsked;
    }

    /// <summary>Drags a bank line onto a transaction. The drag begins before anything scrolls, as a hand does it.</summary>
    public async Task DragAsync(ILocator bankLine, ILocator transaction)
    {
        await bankLine.HoverAsync();
        var box = await bankLine.BoundingBoxAsync() ?? throw new InvalidOperationException("The bank line is not to be seen.");
        await Page.Mouse.DownAsync();
        await Page.Mouse.MoveAsync(box.X + (box.Width / 2) + 8, box.Y + (box.Height / 2), new MouseMoveOptions { Steps = 4 });
        await transaction.ScrollIntoViewIfNeededAsync();
        var target = await transaction.BoundingBoxAsync() ?? throw new InvalidOperationException("The transaction is not to be seen.");
        await Page.Mouse.MoveAsync(target.X + (target.Width / 2), target.Y + (target.Height / 2), new MouseMoveOptions { Steps = 4 });
        await Page.Mouse.UpAsync();
    }

    /// <summary>Answers the question for a note with Enter.</summary>
    public async Task AnswerNoteAsync(string note)
    {
        await Page.Locator("#reconcile-note-text").FillAsync(note);
        await Keyboard.PressAsync("Enter");
    }

    /// <summary>In the dialog of a transaction that is prefilled but for its budget.</summary>
    public async Task ChooseBudgetAndSaveAsync(string budget)
    {
        await Dialog.Box.GetByLabel("Budget", new LocatorGetByLabelOptions { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = budget });
        await Dialog.Box.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Make when submitting" }).ClickAsync();
    }
}
