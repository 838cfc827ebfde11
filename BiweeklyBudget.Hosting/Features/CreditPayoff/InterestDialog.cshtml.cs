using BiweeklyBudget.Core;
using BiweeklyBudget.Core.CreditPayoff;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.CreditPayoff;

/// <summary>The dialog that enters an interest charge by hand (spec/credit-payoff.md §12). One SQL statement.</summary>
internal sealed class InterestDialogModel(BudgetBook book) : PageModel
{
    /// <summary>The account.</summary>
    public int Id { get; private set; }

    /// <summary>Its recent statements, newest first.</summary>
    public IReadOnlyList<StatementChoice> Statements { get; private set; } = [];

    public async Task OnGetAsync(int id, CancellationToken cancellationToken)
    {
        Id = id;
        Statements = await book.CreditPayoff.ListStatementsAsync(id, cancellationToken);
    }
}
