using System.Globalization;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Scheduling;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Hosting.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BiweeklyBudget.Hosting.Features.Scheduling;

/// <summary>The dialog of one scheduled transaction (spec/ui.md §6).</summary>
internal sealed class ScheduledDialogModel(BudgetBook book, BudgetSettings settings, FormChoices choices) : PageModel
{
    private static readonly (string Value, string Text, ScheduleType Type)[] Types =
    [
        ("monthly", "Monthly", ScheduleType.Monthly),
        ("per_period", "Per Period", ScheduleType.PerPeriod),
        ("date", "Date", ScheduleType.Date),
        ("weekly", "Weekly", ScheduleType.Weekly),
        ("annual", "Annual", ScheduleType.Annual),
    ];

    /// <summary>The stored one; a new one has the id 0.</summary>
    public ScheduledTransaction Stored { get; private set; } = new();

    public string Amount => Stored.Id == 0 ? "" : FieldText.Amount(Stored.Amount);

    public string SalesTax => Stored.Id == 0 ? "" : FieldText.Amount(Stored.SalesTax);

    public string Date => DateText.Day(Stored.Date);

    public IReadOnlyList<SelectListItem> Accounts { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Budgets { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Weekdays =>
        [.. Enumerable.Range(0, 7).Select(day => Item(CultureInfo.InvariantCulture.DateTimeFormat.GetDayName((DayOfWeek)((day + 1) % 7)), day, Stored.DayOfWeek))];

    public IReadOnlyList<SelectListItem> Months =>
        [.. Enumerable.Range(1, 12).Select(month => Item(CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month), month, Stored.AnnualMonth))];

    public async Task<IActionResult> OnGetAsync(int? id, CancellationToken cancellationToken)
    {
        var type = ScheduleType.Monthly;
        if (id is not null)
        {
            if (await new ScheduledList(book.Database).FindAsync(id.Value, cancellationToken) is not { } found)
            {
                return StatusCode(StatusCodes.Status404NotFound);
            }

            Stored = found.Scheduled;
            type = found.Schedule.Type ?? type;
        }

        Kinds = [.. Types.Select(t => new SelectListItem(t.Text, t.Value, t.Type == type))];
        Accounts = await choices.AccountsAsync(id is null ? settings.DefaultAccountId : Stored.AccountId, cancellationToken);
        Budgets = await choices.BudgetsAsync(Stored.BudgetId is { } budget ? [budget] : [], cancellationToken);
        return Page();
    }

    private static SelectListItem Item(string text, int value, int? chosen) => new(text, FieldText.Number(value), value == chosen);
}
