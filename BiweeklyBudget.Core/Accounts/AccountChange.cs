using BiweeklyBudget.Core.Money;

namespace BiweeklyBudget.Core.Accounts;

/// <summary>
/// An account to add or to change. <see cref="AccountDetails.ToChange"/> gives the one that changes nothing. Texts that are blank are
/// stored as if they were null. A new account begins with a balance of zero, unless another is said.
/// </summary>
public sealed record AccountChange
{
    /// <summary>The greatest <see cref="Apr"/> and <see cref="PrimeRateMargin"/>; the smallest is its negative.</summary>
    public const decimal LargestRate = 9.9999m;

    /// <summary>The account to change; null adds one.</summary>
    public int? Id { get; init; }

    /// <summary>Its name, 1 to 50 characters; no other account has it, ignoring case.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, at most 254 characters; null for nothing.</summary>
    public string? Description { get; init; }

    /// <summary>The kind of place that it is.</summary>
    public required AccountType Type { get; init; }

    /// <summary>Whether it is in use: transactions can be booked on it.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>Whether its transactions are matched with those of the bank.</summary>
    public bool IsReconciled { get; init; } = true;

    /// <summary>Whether the bank's amounts have the other sign than ours, where what is spent is positive.</summary>
    public bool NegatesBankAmounts { get; init; }

    /// <summary>Whether imports of statements put the bank's memo behind the name of each bank transaction, and keep no memo.</summary>
    public bool AppendsMemoToName { get; init; }

    /// <summary>What a new account holds, in its natural sign: what is owed is negative. Null for nothing known: 0 without a day. Not for an account that is there already.</summary>
    public decimal? OpeningBalance { get; init; }

    /// <summary>On which day it holds <see cref="OpeningBalance"/>, not later than today; null for today.</summary>
    public DateOnly? OpeningDay { get; init; }

    /// <summary>Limit of a credit account, up to 99,999,999,999,999.9999; null when unknown. That of another account is left as stored, whatever stands here.</summary>
    public decimal? CreditLimit { get; init; }

    /// <summary>
    /// Fixed annual percentage rate of a credit account as a fraction, 0.1999 for 19.99 %, with at most four decimals; null when there is none. That of another account is
    /// left as stored, whatever stands here.
    /// </summary>
    public decimal? Apr { get; init; }

    /// <summary>
    /// What a credit account's bank adds to the US prime rate, as a fraction with at most four decimals; wins over <see cref="Apr"/>. Null when the rate does not follow it. That of another
    /// account is left as stored, whatever stands here.
    /// </summary>
    public decimal? PrimeRateMargin { get; init; }

    /// <summary>
    /// How a credit account's interest is calculated. Null leaves what is stored; an account that becomes a credit account without one gets
    /// <see cref="InterestCalculation.AdbCompoundedDaily"/>. That of another account is left as stored, whatever stands here.
    /// </summary>
    public InterestCalculation? InterestCalculation { get; init; }

    /// <summary>
    /// How a credit account's least payment is found. Null leaves what is stored; an account that becomes a credit account without one gets
    /// <see cref="MinimumPaymentRule.MinPaymentAmEx"/>. That of another account is left as stored, whatever stands here.
    /// </summary>
    public MinimumPaymentRule? MinimumPaymentRule { get; init; }

    /// <summary>
    /// A regular expression in Python's syntax, at most 254 characters: bank transactions whose name begins with a match, ignoring case, are marked as
    /// interest that was charged. Null marks none. When one of the five expressions changes, all bank transactions of the account are marked anew.
    /// </summary>
    public string? InterestChargePattern { get; init; }

    /// <summary>The same for interest that was paid to the user.</summary>
    public string? InterestPaidPattern { get; init; }

    /// <summary>The same for payments.</summary>
    public string? PaymentPattern { get; init; }

    /// <summary>The same for late fees.</summary>
    public string? LateFeePattern { get; init; }

    /// <summary>The same for other fees.</summary>
    public string? OtherFeePattern { get; init; }

    /// <summary>Where the program that downloads statements finds the bank's log-in, at most 254 characters; null for nowhere.</summary>
    public string? VaultCredentialsPath { get; init; }

    /// <summary>
    /// What the program that downloads statements must know: JSON, at most 65,535 bytes in UTF-8, nested at most 64 deep. Null when it does not download this account.
    /// </summary>
    public string? StatementDownloadJson { get; init; }

    /// <summary>
    /// Whether <see cref="VaultCredentialsPath"/> and <see cref="StatementDownloadJson"/> of a stored account stay as they are, whatever they say here: for who may change an account and was not shown them.
    /// </summary>
    public bool KeepsStatementDownload { get; init; }

    /// <summary>The account at Plaid whose transactions are this account's; no other account has it. Null for none.</summary>
    public PlaidAccountKey? PlaidAccount { get; init; }
}
