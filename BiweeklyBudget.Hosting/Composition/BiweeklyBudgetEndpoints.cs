using BiweeklyBudget.Hosting.Features.Accounts;
using BiweeklyBudget.Hosting.Features.Budgets;
using BiweeklyBudget.Hosting.Features.CreditPayoff;
using BiweeklyBudget.Hosting.Features.Health;
using BiweeklyBudget.Hosting.Features.PayPeriods;
using BiweeklyBudget.Hosting.Features.Reconciling;
using BiweeklyBudget.Hosting.Features.Scheduling;
using BiweeklyBudget.Hosting.Features.Statements;
using BiweeklyBudget.Hosting.Features.Transactions;
using BiweeklyBudget.Hosting.Features.Transfers;

namespace BiweeklyBudget.Hosting.Composition;

/// <summary>All routes of the app: one line a feature. The pages' routes stand in the pages.</summary>
internal static class BiweeklyBudgetEndpoints
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapStaticAssets();
        routes.MapRazorPages();
        routes.MapHealth();
        routes.MapPayPeriods();
        routes.MapAccounts();
        routes.MapBudgets();
        routes.MapTransactions();
        routes.MapScheduled();
        routes.MapStatements();
        routes.MapTransfers();
        routes.MapCreditPayoff();
        routes.MapReconciling();
    }
}
