using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Hosting.Features.PayPeriods;
using BiweeklyBudget.Hosting.Ui.Forms;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BiweeklyBudget.Hosting.Features.Transfers;

/// <summary>The dialog of transfers between accounts and between budgets (spec/ui.md §7.3, §8.3), with what is in each. The address may say the date.</summary>
internal sealed class TransferDialogModel(BudgetBook book, MoneyFormat money) : PageModel
{
    public string Date { get; private set; } = "";

    /// <summary>The period whose figures are shown.</summary>
    public PayPeriod Period { get; private set; }

    /// <summary>Both kinds, one of them chosen.</summary>
    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];

    /// <summary>All active accounts, cards too, with their balances.</summary>
    public IReadOnlyList<SelectListItem> Accounts { get; private set; } = [];

    /// <summary>All active budgets, with what each has left.</summary>
    public IReadOnlyList<SelectListItem> Budgets { get; private set; } = [];

    /// <summary>Says which kind is chosen at first.</summary>
    public void Begin(TransferKind kind) => Kinds =
    [
        new("Between accounts, or to pay a card", "accounts", kind == TransferKind.Accounts),
        new("Between budgets", "budgets", kind == TransferKind.Budgets),
    ];

    public async Task OnGetAsync(string? date, CancellationToken cancellationToken)
    {
        var day = PayPeriodEndpoints.TryReadDate(date, out var given) ? given : book.Today;
        Date = DateText.Day(day);
        Period = book.Calendar.Containing(day);
        Accounts = [.. (await book.Accounts.ListActiveAsync(cancellationToken)).OrderBy(account => account.Name, StringComparer.OrdinalIgnoreCase).Select(Item)];
        var remaining = (await book.PayPeriods.ForecastAsync([Period], cancellationToken))[0].Budgets.ToDictionary(sum => sum.BudgetId, sum => sum.Remaining);
        Budgets =
        [
            .. (await book.Budgets.ListAsync(cancellationToken)).Where(budget => budget.IsActive == true)
                .OrderBy(budget => budget.Name, StringComparer.OrdinalIgnoreCase).Select(budget => Item(budget, remaining)),
        ];
    }

    private SelectListItem Item(AccountFigures account) => new($"{account.Name}{(account.Type == AccountType.Credit ? " (card)" : "")}: {money.Format(account.Ledger)}", FieldText.Number(account.Id));

    // What an income budget has left is no money that could be moved: it is what did not come in yet.
    private SelectListItem Item(BudgetDetails budget, Dictionary<int, decimal> remaining)
    {
        var left = budget.Kind == BudgetKind.Standing ? budget.CurrentBalance ?? 0m : remaining.GetValueOrDefault(budget.Id, budget.StartingBalance ?? 0m);
        return new(budget.IsIncome == true ? $"{budget.Name} (income)" : $"{budget.Name}: {money.Format(left)} left", FieldText.Number(budget.Id));
    }
}
