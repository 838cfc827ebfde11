namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>What one payoff method comes to. Amounts are in the currency of the accounts and keep fractions of a cent.</summary>
public sealed class MethodReport
{
    internal MethodReport(PayoffMethod method, PayoffResult result, IReadOnlyList<CardPayoff> cards, PayoffSaving? saving)
    {
        Method = method;
        Result = result;
        Cards = cards;
        Saving = saving;
        PaymentDates = Paid?.PaymentDates() ?? [];
    }

    /// <summary>Its name for programs, which never changes: for example <c>HighestBalanceFirstMethod</c>.</summary>
    public string Name => Method.Name;

    /// <summary>Short human name, for headings.</summary>
    public string Title => Method.Title;

    /// <summary>What it is, in a few words.</summary>
    public string Description => Method.Description;

    /// <summary>Who gets the money, in a sentence.</summary>
    public string Explanation => Method.Explanation;

    /// <summary>Whether it pays all cards off.</summary>
    public bool IsPaidOff => Failure is null;

    /// <summary>Why it does not, as an English sentence; null when it does.</summary>
    public string? Failure => (Result as PayoffResult.Failed)?.Reason;

    /// <summary>Each card of the report, in its order, also those that owe nothing; empty when the method fails.</summary>
    public IReadOnlyList<CardPayoff> Cards { get; }

    /// <summary>The day of each monthly payment until the last card is paid off; empty when nothing is owed or the method fails.</summary>
    public IReadOnlyList<DateOnly> PaymentDates { get; }

    /// <summary>Number of monthly payments until the last card is paid off; null when the method fails.</summary>
    public int? Months => Paid?.Months;

    /// <summary>Sum of the first payments on all cards; null when the method fails.</summary>
    public decimal? NextPayment => Paid?.NextPayment;

    /// <summary>Sum of all payments; null when the method fails.</summary>
    public decimal? TotalPayments => Paid?.TotalPayments;

    /// <summary>What is paid beyond the debts; null when the method fails.</summary>
    public decimal? TotalInterest => Paid?.TotalInterest;

    /// <summary>Against minimum payments; null for these themselves and when either fails.</summary>
    public PayoffSaving? Saving { get; }

    internal PayoffMethod Method { get; }

    internal PayoffResult Result { get; }

    private PayoffResult.PaidOff? Paid => Result as PayoffResult.PaidOff;
}
