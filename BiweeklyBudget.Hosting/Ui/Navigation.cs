using BiweeklyBudget.Core.Users;
using BiweeklyBudget.Hosting.Security.SignIn;

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

    private static readonly NavigationEntry OwnSignIn = new("Sign-in", SignInPages.Security);

    private static readonly IReadOnlyList<NavigationEntry> OfOwners = [OwnSignIn, new("People", "/security/people"), new("What was done", "/security/audit"), new("Backups", SignInPages.Backups)];

    /// <summary>The places about signing in, where people do.</summary>
    /// <param name="visitor">Who is there; null for nobody.</param>
    public static IReadOnlyList<NavigationEntry> PersonalFor(Visitor? visitor) => visitor switch
    {
        null => [],
        _ when visitor.May(Access.Owner, TokenScopes.None) => OfOwners,
        _ => [OwnSignIn],
    };

    /// <summary>The one of them that a page belongs to, or null.</summary>
    public static NavigationEntry? PersonalOf(PathString page) => OfOwners.Where(entry => page.StartsWithSegments(entry.Path, StringComparison.OrdinalIgnoreCase)).MaxBy(entry => entry.Path.Length);

    /// <summary>The place that a page belongs to.</summary>
    /// <param name="page">The page's path.</param>
    /// <returns>The entry with the longest path that the page's begins with, or null.</returns>
    public static NavigationEntry? CurrentOf(PathString page) => page.StartsWithSegments("/payperiod", StringComparison.OrdinalIgnoreCase)
        ? Find("/payperiods")
        : Groups.SelectMany(g => g.Entries).Where(e => e.Path == page || (e.Path != "/" && page.StartsWithSegments(e.Path, StringComparison.OrdinalIgnoreCase))).MaxBy(e => e.Path.Length);

    private static NavigationEntry? Find(string path) => Groups.SelectMany(g => g.Entries).FirstOrDefault(e => e.Path == path);
}
