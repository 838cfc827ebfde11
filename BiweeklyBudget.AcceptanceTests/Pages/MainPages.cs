namespace BiweeklyBudget.AcceptanceTests.Pages;

/// <summary>The pages that the navigation leads to, and those one click further that show most.</summary>
internal static class MainPages
{
    public static readonly string[] All =
    [
        "/", "/payperiods", "/payperiod/2017-07-21", "/payperiod/2017-08-04", "/accounts", "/accounts/credit-payoff", "/budgets", "/transactions", "/scheduled", "/reconcile", "/ofx", "/fuel", "/projects",
        "/projects/1", "/history", "/help",
    ];

    /// <summary>As they stand in the name of a file.</summary>
    public static string NameOf(string path) => path.Split('?')[0].Trim('/') is { Length: > 0 } name ? name.Replace('/', '-') : "home";
}
