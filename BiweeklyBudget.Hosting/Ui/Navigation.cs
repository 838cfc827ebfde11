namespace BiweeklyBudget.Hosting.Ui;

/// <summary>The places of the app, as the navigation lists them (spec/ui.md §1.1, look).</summary>
internal static class Navigation
{
    /// <summary>The groups in their order.</summary>
    public static IReadOnlyList<NavigationGroup> Groups { get; } =
    [
        new(null, [new("Home", "/"), new("Pay Periods", "/payperiods"), new("Transactions", "/transactions"), new("Reconcile", "/reconcile"), new("Scheduled", "/scheduled")]),
        new("Plan", [new("Budgets", "/budgets"), new("Projects", "/projects"), new("Credit Payoffs", "/accounts/credit-payoff")]),
        new("Money", [new("Accounts", "/accounts"), new("Bank files", "/ofx"), new("Fuel Log", "/fuel")]),
        new(null, [new("History", "/history"), new("Settings", "/settings"), new("Help", "/help")]),
    ];

    /// <summary>The place that a page belongs to.</summary>
    /// <param name="page">The page's path.</param>
    /// <returns>The entry with the longest path that the page's begins with, or null.</returns>
    public static NavigationEntry? CurrentOf(PathString page) => page.StartsWithSegments("/payperiod", StringComparison.OrdinalIgnoreCase)
        ? Find("/payperiods")
        : Groups.SelectMany(g => g.Entries).Where(e => e.Path == page || (e.Path != "/" && page.StartsWithSegments(e.Path, StringComparison.OrdinalIgnoreCase))).MaxBy(e => e.Path.Length);

    private static NavigationEntry? Find(string path) => Groups.SelectMany(g => g.Entries).FirstOrDefault(e => e.Path == path);
}
