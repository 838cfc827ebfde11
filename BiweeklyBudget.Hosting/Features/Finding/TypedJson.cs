using System.Globalization;
using BiweeklyBudget.Core.Finding;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Hosting.Ui;
using BiweeklyBudget.Hosting.Ui.Forms;

namespace BiweeklyBudget.Hosting.Features.Finding;

/// <summary>A transaction that a line of text describes; nothing is saved.</summary>
/// <param name="Date">Its day.</param>
/// <param name="Amount">What it would be stored with: positive for an expense, negative for income.</param>
/// <param name="Description">What it is.</param>
/// <param name="Account">The account's id; null when it is not known.</param>
/// <param name="AccountName">The account's name.</param>
/// <param name="Budget">The budget's id; null when it is not known.</param>
/// <param name="BudgetName">The budget's name.</param>
/// <param name="Question">What is still to be said; null when nothing is.</param>
/// <param name="Text">All of it in a line.</param>
/// <param name="Path">Address of the form that is filled in with it, below the app's path.</param>
internal sealed record TypedJson(DateOnly Date, decimal Amount, string Description, int? Account, string? AccountName, int? Budget, string? BudgetName, string? Question, string Text, string Path)
{
    public static TypedJson Of(TypedTransaction typed, MoneyFormat money, DayFormat days) => new(
        typed.Date, typed.Amount, typed.Description, typed.AccountId, typed.AccountName, typed.BudgetId, typed.BudgetName, typed.Question, TextOf(typed, money, days), PathOf(typed));

    private static string TextOf(TypedTransaction typed, MoneyFormat money, DayFormat days)
    {
        var parts = new[] { money.Format(Math.Abs(typed.Amount)) + (typed.Amount < 0 ? " income" : ""), typed.BudgetName, typed.Description == typed.BudgetName ? null : typed.Description, days.Text(typed.Date), typed.AccountName };
        return string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    private static string PathOf(TypedTransaction typed)
    {
        var query = new Microsoft.AspNetCore.Http.Extensions.QueryBuilder
        {
            { "date", DateText.Day(typed.Date) },
            { "amount", FieldText.Amount(typed.Amount) },
            { "description", typed.Description },
        };
        if (typed.AccountId is { } account)
        {
            query.Add("account", account.ToString(CultureInfo.InvariantCulture));
        }

        if (typed.BudgetId is { } budget)
        {
            query.Add("budget", budget.ToString(CultureInfo.InvariantCulture));
        }

        return "/dialogs/transaction" + query.ToQueryString();
    }
}
