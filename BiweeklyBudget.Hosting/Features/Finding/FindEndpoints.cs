using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Hosting.Api;
using BiweeklyBudget.Hosting.Api.Description;
using BiweeklyBudget.Hosting.Security.SignIn;
using BiweeklyBudget.Hosting.Ui;

namespace BiweeklyBudget.Hosting.Features.Finding;

/// <summary>What a line of text means, over HTTP.</summary>
internal static class FindEndpoints
{
    public static void MapFinding(this IEndpointRouteBuilder routes) => routes.MapRead("/ajax/find", FindAsync).Described(FindOperations.Find);

    private static async Task<IResult> FindAsync(HttpContext context, BudgetBook book)
    {
        var (money, days) = (context.RequestServices.GetRequiredService<MoneyFormat>(), context.RequestServices.GetRequiredService<DayFormat>());
        return ApiJson.TableReply(await Finder.FindAsync(book, money, days, context.Request.Query["q"].ToString(), OwnSignIn.Known(context), context.RequestAborted));
    }
}
