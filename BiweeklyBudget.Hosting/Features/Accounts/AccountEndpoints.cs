using System.Globalization;
using BiweeklyBudget.Core;
using BiweeklyBudget.Hosting.Api;
using BiweeklyBudget.Hosting.Api.Description;
using BiweeklyBudget.Hosting.Security.SignIn;

namespace BiweeklyBudget.Hosting.Features.Accounts;

/// <summary>Accounts over HTTP (spec/http-api.md §10, §16).</summary>
internal static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        routes.MapForm("/forms/account", new AccountForm()).Described(AccountOperations.Save);
        routes.MapForm("/forms/balance", new BalanceForm()).Described(AccountOperations.SaveBalance);
        routes.MapRecord("/ajax/account/{id}", "Account", FindAsync).Described(AccountOperations.Find);
        routes.MapRead("/ajax/chart-data/account-balances", ChartBalancesAsync).Described(AccountOperations.Balances);
    }

    private static async Task<AccountJson?> FindAsync(HttpContext context, BudgetBook book, int id) => await book.Accounts.FindAsync(id, context.RequestAborted) is { } found
        ? AccountJson.Of(await HighData.IsShownAsync(context, book) ? found : HighData.Hide(found))
        : null;

    private static async Task<IResult> ChartBalancesAsync(HttpContext context, BudgetBook book)
    {
        var chart = await book.Accounts.BalanceHistoryAsync(context.RequestAborted);
        var note = chart.Together > 1 ? string.Create(CultureInfo.InvariantCulture, $"One day in {chart.Together} is drawn, and the last one.") : null;
        return ApiJson.TableReply(new ChartReply([.. chart.Days.Select(day => ChartReply.Item(day.Date, chart.Names.Zip(day.Ledgers, KeyValuePair.Create)))], chart.Names, note));
    }
}
