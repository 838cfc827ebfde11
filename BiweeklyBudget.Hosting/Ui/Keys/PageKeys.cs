namespace BiweeklyBudget.Hosting.Ui.Keys;

/// <summary>
/// The one table of keys: the dialog behind "?" and Help show it, and the scripts listen for what it says (<c>data-bb-keys</c> of the page, <c>wwwroot/bb/js/shortcuts.js</c>). What the Reconcile page
/// does with further keys stands on its buttons.
/// </summary>
internal static class PageKeys
{
    /// <summary>The keys, in the order in which they are shown.</summary>
    public static IReadOnlyList<KeyGroup> Groups { get; } =
    [
        new("Everywhere",
        [
            new("Ctrl+K", "Find a page, an account, a budget, a period or a transaction, or enter one in a line", "find"),
            new("a", "Add a transaction", "add"),
            new("/", "Search this list, also for amounts and dates", "search"),
            new("Ctrl+Z", "Take the last change back"),
            new("Ctrl+Shift+Z", "Do it again"),
            new("?", "All keys", "keys"),
        ]),
        new("In lists",
        [
            new("j", "Next row", "next"),
            new("k", "Row before", "previous"),
            new("e", "Edit this row", "edit"),
            new("m", "Make what is planned in this row", "make"),
            new("x", "Choose this row, to delete several", "choose"),
            new("d", "Delete what is chosen, or this row", "delete"),
            new("Delete", "The same", "delete"),
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
        new("In dialogs", [new("Esc", "Close it; what was typed is kept"), new("Ctrl+Enter", "Save from a field of several lines"), new("Delete", "Delete what is shown, after asking")]),
    ];

    /// <summary>The keys that the scripts listen for, each with its action: <c>a:add j:next</c>.</summary>
    public static string Listened { get; } = string.Join(' ', Groups.SelectMany(group => group.Keys).Where(key => key.Action is not null).Select(key => $"{key.Sign}:{key.Action}"));
}
