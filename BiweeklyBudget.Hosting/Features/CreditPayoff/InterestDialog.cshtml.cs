using BiweeklyBudget.Core;
using BiweeklyBudget.Core.CreditPayoff;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.CreditPayoff;

/// <summary>The dialog that enters an interest charge by hand (spec/credit-payoff.md §12). Two SQL statements.</summary>
internal sealed class InterestDialogModel(BudgetBook book) : PageModel
{
    /// <summary>The account.</summary>
    public int Id { get; private set; }

    /// <summary>Its recent statements, newest first.</summary>
    public IReadOnlyList<StatementChoice> Statements { get; private set; } = [];

    /// <summary>What was entered so far, newest first.</summary>
    public IReadOnlyList<EnteredInterest> Entered { get; private set; } = [];

    public async Task OnGetAsync(int id, CancellationToken cancellationToken)
    {
        Id = id;
        Entered = await book.CreditPayoff.ListEnteredInterestAsync(id, cancellationToken);
        Statements = await book.CreditPayoff.ListStatementsAsync(id, cancellationToken);
    }
}
