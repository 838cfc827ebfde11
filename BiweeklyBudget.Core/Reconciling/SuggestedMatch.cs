using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Transactions;

namespace BiweeklyBudget.Core.Reconciling;

/// <summary>A bank transaction offered for a transaction: same account, same amount, and of all such pairs the best that was left.</summary>
/// <param name="Transaction">The transaction.</param>
/// <param name="BankTransaction">The bank transaction; offered for no other transaction.</param>
/// <param name="DaysLater">How many days after the transaction the bank posted it; negative when earlier.</param>
/// <param name="Likeness">How alike their texts are, from 0, nothing in common, to 1000, the same letters.</param>
/// <param name="Candidates">How many bank transactions fit the transaction, this one included.</param>
/// <param name="Rivals">How many transactions fit the bank transaction, this one included.</param>
public sealed record SuggestedMatch(TransactionDetails Transaction, BankTransactionDetails BankTransaction, int DaysLater, int Likeness, int Candidates, int Rivals)
{
    /// <summary>Most days between the two of a sure match.</summary>
    public const int SureDays = 5;

    private const int SimilarText = 500;

    /// <summary>Whether it can be accepted unseen: within <see cref="SureDays"/> days, and neither of the two fits anything else.</summary>
    public bool IsSure => Math.Abs(DaysLater) <= SureDays && Candidates == 1 && Rivals == 1;

    /// <summary>Whether their texts speak for it: a <see cref="Likeness"/> of 500 or more.</summary>
    public bool HasSimilarText => Likeness >= SimilarText;
}
