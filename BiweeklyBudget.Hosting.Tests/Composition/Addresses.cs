namespace BiweeklyBudget.Hosting.Tests.Composition;

/// <summary>At least one address of every route that can be read.</summary>
internal static class Addresses
{
    private const int Found = 302, NotFound = 404, NotAllowed = 405;

    private const string Table = "?draw=1&start=0&length=10&columns[0][data]=date&order[0][column]=0&order[0][dir]=desc";

    /// <summary>For people. A record's address is 404 as long as there is no such record.</summary>
    public static IReadOnlyList<Address> Pages { get; } =
    [
        new("/", "/"),
        new("/payperiods", "/payperiods"),
        new("/payperiod/{date}", "/payperiod/2017-07-21"),
        new("/payperiod/{date}", "/payperiod/2017-08-09"),
        new("/payperiod/{date}", "/payperiod/2017-02-30", NotFound, NotFound),
        new("/accounts/{id:int:min(0)?}", "/accounts"),
        new("/accounts/{id:int:min(0)?}", "/accounts/1", NotFound),
        new("/accounts/{id:int:min(0)}/transactions", "/accounts/1/transactions", NotFound),
        new("/accounts/{id:int:min(0)}/transactions", "/accounts/1/transactions?q=nothing+has+this&budget=1&page=7", NotFound),
        new("/accounts/credit-payoff", "/accounts/credit-payoff"),
        new("/accounts/credit-payoff/schedule/{method}", "/accounts/credit-payoff/schedule/MinPaymentMethod"),
        new("/budgets/{id:int:min(0)?}", "/budgets"),
        new("/budgets/{id:int:min(0)?}", "/budgets/1", NotFound),
        new("/budgets/{id:int:min(0)}/transactions", "/budgets/1/transactions", NotFound),
        new("/budgets/{id:int:min(0)}/transactions", "/budgets/1/transactions?sort=-amount&account=1&page=7", NotFound),
        new("/transactions/{id:int:min(0)?}", "/transactions"),
        new("/transactions/{id:int:min(0)?}", "/transactions?q=nothing+has+this&page=7&size=25"),
        new("/transactions/{id:int:min(0)?}", "/transactions/1", NotFound),
        new("/scheduled/{id:int:min(0)?}", "/scheduled"),
        new("/scheduled/{id:int:min(0)?}", "/scheduled/1", NotFound),
        new("/ofx/{account:int:min(0)?}/{**fitid}", "/ofx"),
        new("/ofx/{account:int:min(0)?}/{**fitid}", "/ofx/1/BankOne.0.1", NotFound),
        new("/reconcile", "/reconcile"),
        new("/history", "/history"),
        new("/history", "/history?kind=Transaction&from=2017-07-01&to=2017-07-31&q=nothing+has+this&record=transaction-1&page=7"),
        new("/fuel", "/fuel"),
        new("/fuel", "/fuel?vehicle=1&q=notes&sort=-calculated_mpg&page=9"),
        new("/projects", "/projects"),
        new("/projects", "/projects?q=nothing+has+this&sort=-total_cost"),
        new("/projects/{id:int:min(0)}", "/projects/1", NotFound),
        new("/projects/{id:int:min(0)}/import", "/projects/1/import", NotFound),
        new("/settings", "/settings"),
        new("/saved", "/saved"),
        new("/saved", "/saved?change=99999", NotFound, NotFound),
        new("/help", "/help"),
        new("/offline", "/offline"),
        new("/api/docs", "/api/docs"),
        new("/error", "/error", NotFound, NotFound),
    ];

    /// <summary>Those of signing in: nothing is there where nobody is asked.</summary>
    public static IReadOnlyList<Address> SignIn { get; } =
    [
        new("/sign-in", "/sign-in", NotFound, NotFound),
        new("/sign-in/code", "/sign-in/code", NotFound, NotFound),
        new("/sign-out", "/sign-out", NotFound, NotFound),
        new("/security", "/security", NotFound, NotFound),
        new("/security/audit", "/security/audit", NotFound, NotFound),
        new("/security/backups", "/security/backups", NotFound, NotFound),
        new("/security/people", "/security/people", NotFound, NotFound),
        new("/security/second-factor", "/security/second-factor", NotFound, NotFound),
        new("/security/passkeys", "/security/passkeys", NotFound, NotFound),
        new("/security/confirm", "/security/confirm", NotFound, NotFound),
    ];

    /// <summary>For people too: opened by a link they stand in the app's frame, otherwise they are a part of the page that is open.</summary>
    public static IReadOnlyList<Address> Dialogs { get; } =
    [
        new("/dialogs/transaction/{id:int:min(0)?}", "/dialogs/transaction"),
        new("/dialogs/transaction/{id:int:min(0)?}", "/dialogs/transaction/1", NotFound),
        new("/dialogs/scheduled/{id:int:min(0)?}", "/dialogs/scheduled"),
        new("/dialogs/scheduled/{id:int:min(0)?}", "/dialogs/scheduled/1", NotFound),
        new("/dialogs/convert/{id:int:min(0)}", "/dialogs/convert/1?period=2017-07-21&date=2017-07-28", NotFound),
        new("/dialogs/skip/{id:int:min(0)}", "/dialogs/skip/1?period=2017-07-21", NotFound),
        new("/dialogs/planned/{date}", "/dialogs/planned/2017-07-28"),
        new("/dialogs/planned/{date}", "/dialogs/planned/2017-02-30", NotFound, NotFound),
        new("/dialogs/spread/{date}", "/dialogs/spread/2017-07-28"),
        new("/dialogs/spread/{date}", "/dialogs/spread/2017-02-30", NotFound, NotFound),
        new("/dialogs/account/{id:int:min(0)?}", "/dialogs/account"),
        new("/dialogs/account/{id:int:min(0)?}", "/dialogs/account/1", NotFound),
        new("/dialogs/budget/{id:int:min(0)?}", "/dialogs/budget"),
        new("/dialogs/budget/{id:int:min(0)?}", "/dialogs/budget/1", NotFound),
        new("/dialogs/account-transfer", "/dialogs/account-transfer"),
        new("/dialogs/budget-transfer", "/dialogs/budget-transfer"),
        new("/dialogs/balances/{id:int:min(0)}", "/dialogs/balances/1", NotFound),
        new("/dialogs/delete/{kind}", "/dialogs/delete/transaction?ids=1,2"),
        new("/dialogs/delete/{kind}", "/dialogs/delete/account?ids=1"),
        new("/dialogs/delete/{kind}", "/dialogs/delete/interest?ids=1%25BankOne.0.1"),
        new("/dialogs/delete/{kind}", "/dialogs/delete/transaction", NotFound, NotFound),
        new("/dialogs/delete/{kind}", "/dialogs/delete/everything?ids=1", NotFound, NotFound),
        new("/dialogs/deactivate/{kind}/{id:int:min(0)}", "/dialogs/deactivate/budget/1", NotFound),
        new("/dialogs/deactivate/{kind}/{id:int:min(0)}", "/dialogs/deactivate/transaction/1", NotFound, NotFound),
        new("/dialogs/ofx/{account:int:min(0)}", "/dialogs/ofx/1?fitid=BankOne.0.1", NotFound),
        new("/dialogs/reconcile/{id:int:min(0)}", "/dialogs/reconcile/1", NotFound),
        new("/dialogs/credit-payoff-interest/{id:int}", "/dialogs/credit-payoff-interest/3"),
        new("/dialogs/find", "/dialogs/find"),
        new("/dialogs/find", "/dialogs/find?q=42.50+Periodic1+Market+yesterday"),
        new("/dialogs/keys", "/dialogs/keys"),
        new("/dialogs/fuel/{id:int:min(0)?}", "/dialogs/fuel"),
        new("/dialogs/fuel/{id:int:min(0)?}", "/dialogs/fuel/1", NotFound),
        new("/dialogs/fuel-import", "/dialogs/fuel-import"),
        new("/dialogs/fuel-preview", "/dialogs/fuel-preview", NotAllowed, NotAllowed),
        new("/dialogs/vehicle/{id:int:min(0)?}", "/dialogs/vehicle"),
        new("/dialogs/vehicle/{id:int:min(0)?}", "/dialogs/vehicle/1", NotFound),
        new("/dialogs/project/{id:int:min(0)}", "/dialogs/project/1", NotFound),
        new("/dialogs/bom-item/{id:int:min(0)?}", "/dialogs/bom-item?project=1", NotFound),
        new("/dialogs/bom-item/{id:int:min(0)?}", "/dialogs/bom-item/2", NotFound),
        new("/dialogs/bom-preview", "/dialogs/bom-preview", NotAllowed, NotAllowed),
        new("/dialogs/ofx-preview", "/dialogs/ofx-preview", NotAllowed, NotAllowed),
    ];

    /// <summary>What a script puts into a dialog that is open: no dialogs of their own.</summary>
    public static IReadOnlyList<Address> Parts { get; } =
    [
        new("/dialogs/transaction-proposals", "/dialogs/transaction-proposals?description=T3&account=1&date=2017-07-28&amount=1.50"),
    ];

    /// <summary>Addresses that lead to others.</summary>
    public static IReadOnlyList<Address> Redirects { get; } =
    [
        new("/pay_period_for", "/pay_period_for", Found, Found),
        new("/pay_period_for", "/pay_period_for?date=2017-08-09", Found, Found),
        new("/welcome", "/welcome", Found, Found),
    ];

    /// <summary>JSON for scripts.</summary>
    public static IReadOnlyList<Address> Json { get; } =
    [
        new("/ajax/transactions", "/ajax/transactions" + Table),
        new("/ajax/transactions/{id}", "/ajax/transactions/1", NotFound),
        new("/ajax/scheduled", "/ajax/scheduled" + Table),
        new("/ajax/scheduled/{id}", "/ajax/scheduled/1", NotFound),
        new("/ajax/account/{id}", "/ajax/account/1", NotFound),
        new("/ajax/account_ofx_ajax/{id}", "/ajax/account_ofx_ajax/3"),
        new("/ajax/budget/{id}", "/ajax/budget/1", NotFound),
        new("/ajax/ofx", "/ajax/ofx" + Table),
        new("/ajax/ofx/{account}/{**fitid}", "/ajax/ofx/1/BankOne.0.1", NotFound),
        new("/ajax/unreconciled/trans", "/ajax/unreconciled/trans"),
        new("/ajax/unreconciled/ofx", "/ajax/unreconciled/ofx"),
        new("/ajax/reconcile/{id}", "/ajax/reconcile/1", NotFound),
        new("/ajax/chart-data/account-balances", "/ajax/chart-data/account-balances"),
        new("/ajax/chart-data/budget-spending/by-pay-period", "/ajax/chart-data/budget-spending/by-pay-period"),
        new("/ajax/chart-data/budget-spending/by-month", "/ajax/chart-data/budget-spending/by-month"),
        new("/ajax/chart-data/budget-spending/{aggregation}", "/ajax/chart-data/budget-spending/by-year", NotFound, NotFound),
        new("/ajax/chart-data/fuel-economy", "/ajax/chart-data/fuel-economy"),
        new("/ajax/chart-data/fuel-prices", "/ajax/chart-data/fuel-prices"),
        new("/ajax/fuelLog", "/ajax/fuelLog" + Table),
        new("/ajax/vehicle/{id}", "/ajax/vehicle/1", NotFound),
        new("/ajax/find", "/ajax/find?q=42.50+Periodic1+Market+yesterday"),
        new("/ajax/chart-data/credit-payoff", "/ajax/chart-data/credit-payoff"),
        new("/ajax/projects", "/ajax/projects?draw=1&start=0&length=10&columns[0][data]=total_cost&order[0][column]=0"),
        new("/ajax/projects/{id}", "/ajax/projects/1", NotFound),
        new("/ajax/projects/{id}/bom_items", "/ajax/projects/1/bom_items?draw=1&start=0&length=10&columns[0][data]=line_cost&order[0][column]=0"),
        new("/ajax/projects/bom_item/{id}", "/ajax/projects/bom_item/1", NotFound),
        new("/api/ofx/accounts", "/api/ofx/accounts"),
        new("/api/openapi.json", "/api/openapi.json"),
    ];

    /// <summary>Anything else, with its media type.</summary>
    public static IReadOnlyList<(Address Address, string MediaType)> Files { get; } =
    [
        (new("/transactions.csv", "/transactions.csv"), "text/csv"),
        (new("/scheduled.csv", "/scheduled.csv"), "text/csv"),
        (new("/projects.csv", "/projects.csv"), "text/csv"),
        (new("/projects/{id}/items.csv", "/projects/1/items.csv", NotFound), "text/csv"),
        (new("/ofx.csv", "/ofx.csv"), "text/csv"),
        (new("/fuel.csv", "/fuel.csv"), "text/csv"),
        (new("/utils/datetest.js", "/utils/datetest.js"), "text/javascript"),
        (new("/bb/{**name}", "/bb/css/pages.css"), "text/css"),
        (new("/healthz/live", "/healthz/live"), "text/plain"),
        (new("/healthz/ready", "/healthz/ready"), "text/plain"),
    ];

    /// <summary>All of them.</summary>
    public static IEnumerable<Address> All => [.. Pages, .. SignIn, .. Dialogs, .. Parts, .. Redirects, .. Json, .. Files.Select(file => file.Address)];
}
