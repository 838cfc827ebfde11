using System.Globalization;
using BiweeklyBudget.Core.Transactions;

namespace BiweeklyBudget.Core.Reconciling;

/// <summary>A bank transaction offered for a transaction: same account, same amount, and of all such pairs the best that was left.</summary>
/// <param name="Transaction">The transaction.</param>
/// <param name="BankTransaction">The bank transaction; offered for no other transaction.</param>
/// <param name="DaysLater">How many days after the transaction the bank posted it; negative when earlier.</param>
/// <param name="Likeness">How alike their texts are, 0 to 1000 (<see cref="TextLikeness"/>).</param>
/// <param name="Candidates">How many bank transactions fit the transaction, this one included.</param>
/// <param name="Rivals">How many transactions fit the bank transaction, this one included.</param>
public sealed record SuggestedMatch(TransactionDetails Transaction, UnreconciledBankTransaction BankTransaction, int DaysLater, int Likeness, int Candidates, int Rivals)
{
    /// <summary>Most days between the two of a sure match.</summary>
    public const int SureDays = 5;

    private const int SimilarText = 500;

    /// <summary>Whether it can be accepted unseen: within <see cref="SureDays"/> days, and neither of the two fits anything else.</summary>
    public bool IsSure => Math.Abs(DaysLater) <= SureDays && Candidates == 1 && Rivals == 1;

    /// <summary>Why it is offered, for example <c>same amount, 2 days later; 2 candidates</c>.</summary>
    public string Reason
    {
        get
        {
            var why = "same amount, " + Distance;
            if (Candidates > 1 || Rivals > 1)
            {
                why += Likeness >= SimilarText ? ", similar text" : "";
            }

            // Only one of the two is told: which bank transaction it is, or which transaction.
            return (Candidates, Rivals) switch
            {
                ( > 1, _) => string.Create(CultureInfo.InvariantCulture, $"{why}; {Candidates} candidates"),
                (_, > 1) => string.Create(CultureInfo.InvariantCulture, $"{why}; fits {Rivals} transactions"),
                _ => why,
            };
        }
    }

    private string Distance => DaysLater switch
    {
        0 => "same day",
        > 0 => Days(DaysLater) + " later",
        _ => Days(-DaysLater) + " earlier",
    };

    private static string Days(int days) => days == 1 ? "1 day" : string.Create(CultureInfo.InvariantCulture, $"{days} days");
}
