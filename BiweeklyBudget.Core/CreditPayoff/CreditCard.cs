namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>A credit account as the database holds it, perhaps incomplete (spec/credit-payoff.md §2).</summary>
internal sealed record CreditCard
{
    /// <summary>The account.</summary>
    public required int Id { get; init; }

    /// <summary>The account's name.</summary>
    public string? Name { get; init; }

    /// <summary>Ledger of the current balance: negative is owed, positive is money owed to the user.</summary>
    public decimal? Ledger { get; init; }

    /// <summary>UTC time of the current balance.</summary>
    public DateTime? BalanceDate { get; init; }

    /// <summary>Fixed annual percentage rate as a fraction.</summary>
    public decimal? Apr { get; init; }

    /// <summary>Added to the prime rate, as a fraction; wins over <see cref="Apr"/>.</summary>
    public decimal? PrimeRateMargin { get; init; }

    /// <summary>Name of the interest method.</summary>
    public string? InterestMethod { get; init; }

    /// <summary>Name of the minimum-payment rule.</summary>
    public string? MinimumPayment { get; init; }

    /// <summary>The newest interest charge of the last 32 days as the bank has it: of either sign.</summary>
    public decimal? ReportedInterest { get; init; }

    /// <summary>The newest interest charge of the last 32 days. Imported charges are stored negative, those entered by hand positive: the magnitude counts (defect 1).</summary>
    public decimal? LastInterest => ReportedInterest is { } amount ? Math.Abs(amount) : null;

    /// <summary>The rate that applies.</summary>
    /// <param name="primeRate">The prime rate as a fraction, or null when it is not known.</param>
    /// <returns>The rate as a fraction; null when it is not known.</returns>
    public decimal? EffectiveApr(decimal? primeRate) => PrimeRateMargin is { } margin ? primeRate + margin : Apr;

    /// <summary>What must be known before a plan can be made for it. Whoever owes nothing needs nothing else.</summary>
    /// <param name="apr">The rate that applies.</param>
    /// <returns>What is missing; nothing as a rule.</returns>
    public IReadOnlyList<CardGap> Missing(decimal? apr)
    {
        if (Ledger is not < 0)
        {
            return Ledger is null ? [CardGap.Balance] : [];
        }

        (bool IsMissing, CardGap Gap)[] gaps =
        [
            (BalanceDate is null, CardGap.BalanceDate),
            (apr is null, PrimeRateMargin is null ? CardGap.InterestRate : CardGap.PrimeRate),
            (CreditPayoff.InterestMethod.Find(InterestMethod) is null, CardGap.InterestMethod),
            (CreditPayoff.MinimumPayment.Find(MinimumPayment) is null, CardGap.MinimumPayment),
            (LastInterest is null, CardGap.InterestCharge),
        ];
        return [.. gaps.Where(gap => gap.IsMissing).Select(gap => gap.Gap)];
    }
}
