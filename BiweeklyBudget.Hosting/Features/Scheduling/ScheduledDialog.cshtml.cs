using System.Globalization;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Scheduling;
using BiweeklyBudget.Hosting.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BiweeklyBudget.Hosting.Features.Scheduling;

/// <summary>The dialog of one scheduled transaction (spec/ui.md §6).</summary>
internal sealed class ScheduledDialogModel(BudgetBook book, FormChoices choices) : PageModel
{
    private static readonly (string Value, string Text, ScheduleType Type)[] Types =
    [
        ("monthly", "Monthly", ScheduleType.Monthly),
        ("per_period", "Per Period", ScheduleType.PerPeriod),
        ("date", "Date", ScheduleType.Date),
        ("weekly", "Weekly", ScheduleType.Weekly),
        ("annual", "Annual", ScheduleType.Annual),
    ];

    /// <summary>The stored one; null for a new one.</summary>
    public ScheduledDetails? Stored { get; private set; }

    public Schedule Schedule => Stored?.Schedule ?? (Request.Query["income"] == "true" ? new Schedule { NumberPerPeriod = 1 } : default);

    public string Amount => FieldText.Amount(Stored?.Amount);

    /// <summary>Whether money comes in.</summary>
    public bool IsIncome => Stored?.Amount < 0;

    public IReadOnlyList<int> IncomeBudgets => choices.IncomeBudgets;

    public string SalesTax => FieldText.Amount(Stored?.SalesTax);

    public string Date => DateText.Day(Schedule.Date);

    public bool IsActive => Stored is null || Stored.IsActive == true;

    /// <summary>A description that the address proposes for a new one.</summary>
    public string? Proposed { get; private set; }

    public IReadOnlyList<SelectListItem> Accounts { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Budgets { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Weekdays =>
        [.. Enumerable.Range(0, 7).Select(day => Item(CultureInfo.InvariantCulture.DateTimeFormat.GetDayName((DayOfWeek)((day + 1) % 7)), day, Schedule.DayOfWeek))];

    public IReadOnlyList<SelectListItem> Months =>
        [.. Enumerable.Range(1, 12).Select(month => Item(CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month), month, Schedule.AnnualMonth))];

    public async Task<IActionResult> OnGetAsync(int? id, CancellationToken cancellationToken)
    {
        var isIncome = id is null && Request.Query["income"] == "true";
        var type = isIncome ? ScheduleType.PerPeriod : ScheduleType.Monthly;
        Proposed = id is null ? Request.Query["description"].ToString() : null;
        if (id is not null)
        {
            if (await book.Scheduled.FindAsync(id.Value, cancellationToken) is not { } found)
            {
                return StatusCode(StatusCodes.Status404NotFound);
            }

            Stored = found;
            type = found.Schedule.Type ?? type;
        }

        Kinds = [.. Types.Select(t => new SelectListItem(t.Text, t.Value, t.Type == type))];
        Accounts = await choices.AccountsAsync(Stored is null ? book.Settings.Current.DefaultAccountId : Stored.AccountId, cancellationToken);
        var budgets = Stored?.BudgetId is { } budget ? [budget] : isIncome ? await IncomeBudgetAsync(cancellationToken) : Array.Empty<int>();
        Budgets = await choices.BudgetsAsync(budgets, cancellationToken);
        return Page();
    }

    // The one that a salary goes to, when there is no choice.
    private async Task<int[]> IncomeBudgetAsync(CancellationToken cancellationToken) =>
        (await book.Budgets.ListAsync(cancellationToken)).Where(budget => budget is { IsActive: true, IsIncome: true }).Select(budget => budget.Id).ToArray() is [var only] ? [only] : [];

    private static SelectListItem Item(string text, int value, int? chosen) => new(text, FieldText.Number(value), value == chosen);
}
