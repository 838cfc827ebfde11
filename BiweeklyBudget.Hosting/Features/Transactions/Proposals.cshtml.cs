using System.Globalization;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.PayPeriods;
using BiweeklyBudget.Core.Transactions;
using BiweeklyBudget.Hosting.Features.PayPeriods;
using BiweeklyBudget.Hosting.Ui.Forms;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.Transactions;

/// <summary>
/// What is offered to somebody who enters a transaction: the last one of the same description, and what is still planned in the period and may be meant. The address says
/// <c>description</c>, <c>account</c>, <c>date</c> and <c>amount</c>, a plain decimal, as far as they are filled in.
/// </summary>
internal sealed class ProposalsModel(BudgetBook book) : PageModel
{
    /// <summary>The last transaction of the description; null when there is none.</summary>
    public TransactionDetails? Last { get; private set; }

    /// <summary>Its shares by budget, as JSON.</summary>
    public string Shares => "{" + string.Join(',', Last?.Splits.Select(split => $"\"{FieldText.Number(split.BudgetId)}\":\"{FieldText.Amount(split.Amount)}\"") ?? []) + "}";

    /// <summary>Occurrences that may be meant.</summary>
    public IReadOnlyList<PeriodEntry> Planned { get; private set; } = [];

    /// <summary>The period that they lie in.</summary>
    public PayPeriod Period { get; private set; }

    public async Task OnGetAsync(string? description, string? account, string? amount, string? date, CancellationToken cancellationToken)
    {
        var text = description?.Trim() ?? "";
        var day = PayPeriodEndpoints.TryReadDate(date, out var given) ? given : book.Today;
        Period = book.Calendar.Containing(day);
        Last = text.Length == 0 ? null : await book.Transactions.FindLastAsync(text, cancellationToken);
        if (int.TryParse(account, NumberStyles.None, CultureInfo.InvariantCulture, out var accountId))
        {
            var sum = decimal.TryParse(amount, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var typed) ? typed : (decimal?)null;
            Planned = await book.PayPeriods.FindPlannedAsync(new PlannedQuery(day, accountId, text, sum), cancellationToken);
        }
    }
}
