namespace BiweeklyBudget.Hosting.Ui.Keys;

/// <summary>
/// The one table of keys: the dialog behind "?" and Help show it, and the scripts listen for what it says (<c>data-bb-keys</c> of the page, <c>wwwroot/bb/js/shortcuts.js</c>). What the Reconcile page
/// does with further keys stands on its buttons.
/// </summary>
internal static class PageKeys
{
    private static readonly IReadOnlyList<KeyGroup> All =
    [
        new("Everywhere",
        [
            new("Ctrl+K", "Find a page, an account, a budget, a period or a transaction, or enter one in a line", "find"),
            new("a", "Add a transaction", "add", Saves: true),
            new("/", "Search this list, also for amounts and dates", "search"),
            new("Ctrl+Z", "Take the last change back", Saves: true),
            new("Ctrl+Shift+Z", "Do it again", Saves: true),
            new("?", "All keys", "keys"),
        ]),
        new("In lists",
        [
            new("j", "Next row", "next"),
            new("k", "Row before", "previous"),
            new("e", "Edit this row", "edit"),
            new("m", "Make what is planned in this row", "make", Saves: true),
            new("x", "Choose this row, to delete several", "choose", Saves: true),
            new("d", "Delete what is chosen, or this row", "delete", Saves: true),
            new("Delete", "The same", "delete", Saves: true),
        ]),
        new("Go to",
        [
            new("h", "Home", "home"),
            new("p", "Current pay period", "period"),
            new("t", "Transactions", "transactions"),
            new("s", "Scheduled transactions", "scheduled"),
            new("b", "Budgets", "budgets"),
            new("c", "Accounts", "accounts"),
            new("r", "Reconcile", "reconcile"),
        ]),
        new("In dialogs", [new("Esc", "Close it; what was typed is kept"), new("Ctrl+Enter", "Save from a field of several lines", Saves: true), new("Delete", "Delete what is shown, after asking", Saves: true)]),
    ];

    private static readonly IReadOnlyList<KeyGroup> Reading = [.. All.Select(group => group with { Keys = [.. group.Keys.Where(key => !key.Saves)] })];

    /// <summary>The keys, in the order in which they are shown.</summary>
    /// <param name="readsOnly">Whether somebody reads who may not save.</param>
    public static IReadOnlyList<KeyGroup> Groups(bool readsOnly = false) => readsOnly ? Reading : All;

    /// <summary>The keys that the scripts listen for, each with its action: <c>a:add j:next</c>.</summary>
    /// <param name="readsOnly">Whether somebody reads who may not save.</param>
    public static string Listened(bool readsOnly = false) => string.Join(' ', Groups(readsOnly).SelectMany(group => group.Keys).Where(key => key.Action is not null).Select(key => $"{key.Sign}:{key.Action}"));
}
