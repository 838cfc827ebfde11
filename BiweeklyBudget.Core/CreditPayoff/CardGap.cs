namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>What a card can lack, so that no plan can be made for it.</summary>
public enum CardGap
{
    /// <summary>A balance: nobody knows what is owed.</summary>
    Balance,

    /// <summary>The day of its balance.</summary>
    BalanceDate,

    /// <summary>The yearly interest rate (APR).</summary>
    InterestRate,

    /// <summary>The prime rate, which its interest rate follows.</summary>
    PrimeRate,

    /// <summary>A known way of calculating interest.</summary>
    InterestMethod,

    /// <summary>A known rule for minimum payments.</summary>
    MinimumPayment,

    /// <summary>An interest charge of the last 32 days, from which plans are made.</summary>
    InterestCharge,
}
