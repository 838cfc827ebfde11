using System.Globalization;
using System.Text;
using BiweeklyBudget.Core;
using BiweeklyBudget.Hosting.Api;
using BiweeklyBudget.Hosting.Api.Description;
using BiweeklyBudget.Hosting.Ui;

namespace BiweeklyBudget.Hosting.Features.CreditPayoff;

/// <summary>Payoff plans over HTTP (spec/http-api.md §17.1), and what the page needs beyond upstream: prime rate by hand, own order, chart.</summary>
internal static class CreditPayoffEndpoints
{
    public static void MapCreditPayoff(this IEndpointRouteBuilder routes)
    {
        routes.MapPostOnly("/settings/credit-payoff", SaveSettings).Described(CreditPayoffOperations.SaveSettings);
        routes.MapRead("/ajax/account_ofx_ajax/{id}", Statements).Described(CreditPayoffOperations.Statements);
        routes.MapForm("/forms/credit-payoff-account-ofx", new InterestForm()).Described(CreditPayoffOperations.EnterInterest);
        routes.MapForm("/forms/credit-payoff-prime-rate", new PrimeRateForm()).Described(CreditPayoffOperations.SavePrimeRate);
        routes.MapForm("/forms/credit-payoff-order", new CardOrderForm()).Described(CreditPayoffOperations.SaveOrder);
        routes.MapRead("/ajax/chart-data/credit-payoff", Chart).Described(CreditPayoffOperations.Chart);
    }

    // The body is JSON whatever its content type says.
    private static async Task<IResult> SaveSettings(HttpContext context, BudgetBook book)
    {
        var body = await RequestBody.ReadAsync(context.Request, context.RequestAborted);
        if (body.Refusal is { } refusal)
        {
            return refusal;
        }

        var reply = await PayoffSettingsForm.SubmitAsync(book, Encoding.UTF8.GetString(body.Text.Span), context.RequestAborted);
        PlainWords.Write(context.Response, reply, context.RequestServices.GetRequiredService<DayFormat>());
        return ApiJson.Reply(reply);
    }

    private static async Task<IResult> Statements(HttpContext context, BudgetBook book)
    {
        // Digits only: no sign, no blanks.
        if (!int.TryParse(context.RouteText("id"), NumberStyles.None, CultureInfo.InvariantCulture, out var account))
        {
            return ApiJson.Refusal(StatusCodes.Status404NotFound, "Error: there is no such Account");
        }

        var statements = await book.CreditPayoff.ListStatementsAsync(account, context.RequestAborted);
        return ApiJson.TableReply(new StatementsJson(account, [.. statements.Select(s => new RecentStatementJson(s.FileName, DateOnly.FromDateTime(s.AsOf), s.LedgerBalance))]));
    }

    private static async Task<IResult> Chart(HttpContext context, BudgetBook book)
    {
        var plans = await book.CreditPayoff.PlanAsync(context.RequestAborted);
        var chart = plans.Report.Chart();
        return ApiJson.TableReply(new ChartReply(
            [.. chart.Days.Select(day => ChartReply.Item(day.Date, chart.Titles.Zip(day.Debts, (title, debt) => KeyValuePair.Create(title, Cents(debt)))))],
            chart.Titles));
    }

    // The plans carry eighteen decimals; a chart needs no more than it shows.
    private static decimal? Cents(decimal? debt) => debt is { } amount ? decimal.Round(amount, 2, MidpointRounding.ToEven) : null;
}
