using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Reconciling;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Transactions;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.Reconciling;

/// <summary>The page on which transactions and bank transactions are matched (spec/ui.md §9).</summary>
internal sealed class ReconcileModel(BudgetBook book) : PageModel
{
    /// <summary>Everything that waits, oldest first, and what fits together.</summary>
    public Unreconciled Shown { get; private set; } = null!;

    /// <summary>Transactions that nothing is suggested for.</summary>
    public IEnumerable<TransactionDetails> OtherTransactions => Shown.Transactions.Except(Shown.Suggestions.Select(match => match.Transaction));

    /// <summary>Bank transactions that are suggested for nothing.</summary>
    public IEnumerable<BankTransactionDetails> OtherBankTransactions => Shown.BankTransactions.Except(Shown.Suggestions.Select(match => match.BankTransaction));

    public async Task OnGetAsync(CancellationToken cancellationToken) => Shown = await book.Reconciling.ListAsync(cancellationToken);
}
