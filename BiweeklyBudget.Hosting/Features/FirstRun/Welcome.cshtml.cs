using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Hosting.Features.PayPeriods;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.FirstRun;

/// <summary>Asks for the last payday, once. Requests from other sites' pages are refused before they come here, so no token is needed.</summary>
[IgnoreAntiforgeryToken]
internal sealed class WelcomeModel(BudgetBook book) : PageModel
{
    private const int DaysBack = 365;

    /// <summary>What is wrong with the answer; null when nothing is.</summary>
    public string? Error { get; private set; }

    /// <summary>The answer as it was given.</summary>
    public string? Shown { get; private set; }

    /// <summary>The latest day that can have been the last payday.</summary>
    public string Latest => DateText.Day(Today);

    /// <summary>The period that today is in, by the answer as it was given; null when it is no day.</summary>
    public PayPeriod? Period => PayPeriodEndpoints.TryReadDate(Shown, out var day) && day <= Today ? PayCalendar.Fortnightly(day).Containing(Today) : null;

    /// <summary>Days on which many people were last paid, the latest first.</summary>
    public IReadOnlyList<DateOnly> Choices =>
        [.. Enumerable.Range(0, 14).Select(ago => Today.AddDays(-ago)).Where(day => day == Today || day.DayOfWeek is DayOfWeek.Friday or DayOfWeek.Thursday || day.Day is 1 or 15)];

    private DateOnly Today => book.Today;

    public async Task<IActionResult> OnGetAsync(string? payday, CancellationToken cancellationToken)
    {
        if (await IsCompleteAsync(cancellationToken))
        {
            return Redirect("~/settings");
        }

        Shown = payday;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? payday, CancellationToken cancellationToken)
    {
        if (await IsCompleteAsync(cancellationToken))
        {
            return Redirect("~/");
        }

        if (!ModelState.IsValid)
        {
            // Any text is a value; what cannot be read is the form itself.
            return StatusCode(StatusCodes.Status400BadRequest);
        }

        Shown = payday;
        if (!PayPeriodEndpoints.TryReadDate(payday, out var date))
        {
            Error = "Please enter a date, year-month-day.";
            return Page();
        }

        if (date > Today || date < Today.AddDays(-DaysBack))
        {
            Error = "The last payday lies within the past year.";
            return Page();
        }

        if (await book.Settings.SaveFirstPaydayAsync(date, cancellationToken) is Outcome<BudgetSettings>.Refused refused)
        {
            Error = refused.Reason.Message;
            return Page();
        }

        return Redirect("~/");
    }

    private async Task<bool> IsCompleteAsync(CancellationToken cancellationToken)
    {
        await book.Settings.ReadAsync(cancellationToken);
        return book.Settings.IsComplete;
    }
}
