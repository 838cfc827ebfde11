using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Reconciling;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Transactions;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.Reconciling;

/// <summary>The page on which transactions and bank transactions are matched (spec/ui.md §9).</summary>
internal sealed class ReconcileModel(BudgetBook book) : PageModel
{
    /// <summary>Most suggestions, and most cards of a column, that the page shows: more than anybody matches in one go, and few enough for a browser to move about.</summary>
    public const int Most = 300;

    /// <summary>Everything that waits, oldest first, and what fits together.</summary>
    public Unreconciled Shown { get; private set; } = null!;

    /// <summary>The suggestions that are shown.</summary>
    public IEnumerable<SuggestedMatch> Suggestions => Shown.Suggestions.Take(Most);

    /// <summary>Transactions that nothing is suggested for, oldest first.</summary>
    public IReadOnlyList<TransactionDetails> OtherTransactions { get; private set; } = [];

    /// <summary>Bank transactions that are suggested for nothing, oldest first by the bank's own day.</summary>
    public IReadOnlyList<BankTransactionDetails> OtherBankTransactions { get; private set; } = [];

    /// <summary>Whether more waits than is shown.</summary>
    public bool IsCut => Shown.Suggestions.Count > Most || OtherTransactions.Count > Most || OtherBankTransactions.Count > Most;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Shown = await book.Reconciling.ListAsync(cancellationToken);
        OtherTransactions = [.. Shown.Transactions.Except(Shown.Suggestions.Select(match => match.Transaction))];
        OtherBankTransactions = [.. Shown.BankTransactions.Except(Shown.Suggestions.Select(match => match.BankTransaction)).OrderBy(bank => bank.DayPosted)];
    }
}
