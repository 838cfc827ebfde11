using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Reconciling;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Transactions;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.Reconciling;

/// <summary>The page on which transactions and bank transactions are matched (spec/ui.md §9).</summary>
internal sealed class ReconcileModel(BudgetBook book, BudgetSettings settings) : PageModel
{
    /// <summary>Everything that waits, oldest first.</summary>
    public IReadOnlyList<TransactionDetails> Transactions { get; private set; } = [];

    /// <summary>Everything that waits on the bank's side, oldest first.</summary>
    public IReadOnlyList<UnreconciledBankTransaction> BankTransactions { get; private set; } = [];

    /// <summary>What fits together, the sure ones first.</summary>
    public IReadOnlyList<SuggestedMatch> Suggestions { get; private set; } = [];

    /// <summary>Transactions that nothing is suggested for.</summary>
    public IEnumerable<TransactionDetails> OtherTransactions => Transactions.Except(Suggestions.Select(match => match.Transaction));

    /// <summary>Bank transactions that are suggested for nothing.</summary>
    public IEnumerable<UnreconciledBankTransaction> OtherBankTransactions => BankTransactions.Except(Suggestions.Select(match => match.BankTransaction));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var reader = new UnreconciledReader(book.Database);
        var begin = settings.ReconcileBeginDate!.Value;
        Transactions = await reader.ReadTransactionsAsync(begin, cancellationToken);
        BankTransactions = await reader.ReadBankTransactionsAsync(begin, cancellationToken);
        Suggestions = MatchRanking.Rank(Transactions, BankTransactions);
    }
}
