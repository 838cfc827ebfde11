using BiweeklyBudget.Hosting.Features.Accounts;
using BiweeklyBudget.Hosting.Features.Budgets;
using BiweeklyBudget.Hosting.Features.CreditPayoff;
using BiweeklyBudget.Hosting.Features.Deleting;
using BiweeklyBudget.Hosting.Features.Description;
using BiweeklyBudget.Hosting.Features.Finding;
using BiweeklyBudget.Hosting.Features.Fuel;
using BiweeklyBudget.Hosting.Features.Health;
using BiweeklyBudget.Hosting.Features.History;
using BiweeklyBudget.Hosting.Features.PayPeriods;
using BiweeklyBudget.Hosting.Features.Projects;
using BiweeklyBudget.Hosting.Features.Reconciling;
using BiweeklyBudget.Hosting.Features.Scheduling;
using BiweeklyBudget.Hosting.Features.Settings;
using BiweeklyBudget.Hosting.Features.Spreading;
using BiweeklyBudget.Hosting.Features.Statements;
using BiweeklyBudget.Hosting.Features.Transactions;
using BiweeklyBudget.Hosting.Features.Transfers;
using BiweeklyBudget.Hosting.Ui.Assets;

namespace BiweeklyBudget.Hosting.Composition;

/// <summary>All routes of the app: one line a feature. The pages' routes stand in the pages.</summary>
internal static class BiweeklyBudgetEndpoints
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapAssets();
        routes.MapRazorPages();
        routes.MapHealth();
        var endpoints = routes.MapGroup("");
        ((IEndpointConventionBuilder)endpoints).Finally(AnswerHead);
        endpoints.MapPayPeriods();
        endpoints.MapAccounts();
        endpoints.MapBudgets();
        endpoints.MapTransactions();
        endpoints.MapScheduled();
        endpoints.MapStatements();
        endpoints.MapTransfers();
        endpoints.MapSpreading();
        endpoints.MapCreditPayoff();
        endpoints.MapReconciling();
        endpoints.MapHistory();
        endpoints.MapSettings();
        endpoints.MapDeleting();
        endpoints.MapFinding();
        endpoints.MapFuel();
        endpoints.MapProjects();
        endpoints.MapDescription();
    }

    // HEAD answers wherever GET does (RFC 9110 §9.3.2), as at upstream; the framework's MapGet leaves it out.
    private static void AnswerHead(EndpointBuilder endpoint)
    {
        if (endpoint.Metadata.OfType<IHttpMethodMetadata>().LastOrDefault() is { HttpMethods: ["GET"] })
        {
            endpoint.Metadata.Add(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));
        }
    }
}
