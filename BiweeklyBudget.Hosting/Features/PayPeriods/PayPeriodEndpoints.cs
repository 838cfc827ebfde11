using System.Globalization;
using BiweeklyBudget.Core;
using BiweeklyBudget.Hosting.Api;
using BiweeklyBudget.Hosting.Api.Description;
using BiweeklyBudget.Hosting.Security.SignIn;

namespace BiweeklyBudget.Hosting.Features.PayPeriods;

/// <summary>Routes of pay periods that are no pages (spec/http-api.md §9, §17.3).</summary>
internal static class PayPeriodEndpoints
{
    public static void MapPayPeriods(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/pay_period_for", ToPeriod).Described(PayPeriodOperations.ToPeriod);
        routes.MapRead("/utils/datetest.js", DateScript).Described(PayPeriodOperations.DateScript).WithMetadata(new NeedsAttribute(Access.Anyone));
    }

    /// <summary>Reads a date of an address: year-month-day, with or without leading zeros.</summary>
    public static bool TryReadDate(string? text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    private static Task<IResult> ToPeriod(HttpContext context, BudgetBook book)
    {
        var request = context.Request;
        var date = book.Today;
        if (request.Query.TryGetValue("date", out var text) && !TryReadDate(text, out date))
        {
            return Task.FromResult(Results.StatusCode(StatusCodes.Status400BadRequest));
        }

        return Task.FromResult(Results.Redirect($"{request.PathBase}/payperiod/{book.Calendar.Containing(date)}"));
    }

    private static Task<IResult> DateScript(HttpContext context, BudgetBook book)
    {
        var arguments = book.Settings.Current.FrozenTime is { } time ? string.Create(CultureInfo.InvariantCulture, $"{time.Year}, {time.Month - 1}, {time.Day}") : "";
        return Task.FromResult(Results.Text($"var BIWEEKLYBUDGET_DEFAULT_DATE = new Date({arguments});", "text/javascript"));
    }
}
