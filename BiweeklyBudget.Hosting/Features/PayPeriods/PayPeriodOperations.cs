using System.Net.Mime;
using BiweeklyBudget.Hosting.Api.Description;

namespace BiweeklyBudget.Hosting.Features.PayPeriods;

/// <summary>What the routes of pay periods are for.</summary>
internal static class PayPeriodOperations
{
    public static Operation ToPeriod() => new()
    {
        Id = "findPayPeriod",
        Chapter = Chapters.PayPeriods,
        Summary = "Find the pay period of a day",
        Text = "Leads to the period's page, `/payperiod/YYYY-MM-DD` with its first day.",
        Parameters = [new("date", Schemas.DayInput, "The day; today when this is left out.", "2017-08-09")],
        Answers =
        [
            new(StatusCodes.Status302Found, "The page is at `Location`.") { MediaType = null, Headers = new Dictionary<string, string> { ["Location"] = "Path of the page, on this server." } },
            Answer.OfText("The date is none; a page says so, or JSON when that is asked for.", MediaTypeNames.Text.Html, StatusCodes.Status400BadRequest),
        ],
    };

    public static Operation DateScript() => new()
    {
        Id = "readDateScript",
        Chapter = Chapters.PayPeriods,
        Summary = "Today as a script",
        Text = "Sets `BIWEEKLYBUDGET_DEFAULT_DATE`, which differs from the browser's day only while the clock is frozen for tests.",
        Answers = [Answer.OfText("One line.", MediaTypeNames.Text.JavaScript)],
        WorksWithoutPayday = true,
        IsForAnyone = true,
    };
}
