using BiweeklyBudget.Core;
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

    private DateOnly Today => book.Today;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await IsCompleteAsync(cancellationToken) ? Redirect("~/") : Page();

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
