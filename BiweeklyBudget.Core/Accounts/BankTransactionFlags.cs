using System.Text.RegularExpressions;
using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Accounts;

/// <summary>
/// Sets the flags of an account's bank transactions from its five patterns (spec/domain.md §11.1), when they are imported and
/// when a pattern changes. A pattern that takes too long is given up and matches nothing from then on.
/// </summary>
internal sealed class BankTransactionFlags
{
    /// <summary>A bank transaction of this name was marked as interest by hand; that mark stays.</summary>
    public const string ManualInterestName = "Interest Charged - MANUALLY ENTERED";

    private readonly Dictionary<string, PythonPattern> _patterns = new(StringComparer.Ordinal);
    private readonly List<string> _problems = [];

    /// <summary>Compiles an account's patterns.</summary>
    public BankTransactionFlags(Account account)
    {
        Compile(nameof(account.InterestChargePattern), account.InterestChargePattern);
        Compile(nameof(account.InterestPaidPattern), account.InterestPaidPattern);
        Compile(nameof(account.PaymentPattern), account.PaymentPattern);
        Compile(nameof(account.LateFeePattern), account.LateFeePattern);
        Compile(nameof(account.OtherFeePattern), account.OtherFeePattern);
    }

    /// <summary>Patterns that did not compile or took too long, as texts for the log or the user.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Sets all flags of a bank transaction from its name.</summary>
    public void Apply(BankTransaction transaction)
    {
        var isInterest = Matches(nameof(Account.InterestChargePattern), transaction.Name);
        transaction.IsInterestCharge = transaction.Name == ManualInterestName ? transaction.IsInterestCharge : isInterest;
        transaction.IsInterestPayment = Matches(nameof(Account.InterestPaidPattern), transaction.Name);
        transaction.IsPayment = Matches(nameof(Account.PaymentPattern), transaction.Name);
        transaction.IsLateFee = Matches(nameof(Account.LateFeePattern), transaction.Name);
        transaction.IsOtherFee = Matches(nameof(Account.OtherFeePattern), transaction.Name);
    }

    private void Compile(string property, string? pattern)
    {
        if (pattern is null)
        {
            return;
        }

        if (PythonPattern.TryCompile(pattern, out var compiled))
        {
            _patterns[property] = compiled;
        }
        else
        {
            _problems.Add($"The regular expression \"{pattern}\" is invalid; it marks nothing.");
        }
    }

    private bool Matches(string property, string? name)
    {
        if (name is null || !_patterns.TryGetValue(property, out var pattern))
        {
            return false;
        }

        try
        {
            return pattern.MatchesStartOf(name);
        }
        catch (RegexMatchTimeoutException exception)
        {
            _patterns.Remove(property);
            _problems.Add($"The regular expression \"{exception.Pattern}\" takes too long; it marks nothing more.");
            return false;
        }
    }
}
