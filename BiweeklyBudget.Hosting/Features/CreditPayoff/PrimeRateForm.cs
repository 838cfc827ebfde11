using BiweeklyBudget.Core;
using BiweeklyBudget.Core.CreditPayoff;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.CreditPayoff;

/// <summary>The form of a prime rate by hand, ours: the field <c>prime_rate</c>, in percent.</summary>
internal sealed class PrimeRateForm : Form<decimal, PrimeRate>
{
    protected override IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string> { [nameof(PrimeRate.Rate)] = "prime_rate" };

    protected override decimal Read(FieldReader fields) => (fields.Amount("prime_rate") ?? 0m) * 0.01m;

    protected override Task<Outcome<PrimeRate>> SaveAsync(BudgetBook book, decimal command, CancellationToken cancellationToken) =>
        book.CreditPayoff.SavePrimeRateAsync(command, cancellationToken);

    protected override Task<IReadOnlyList<Problem>> CheckAsync(BudgetBook book, decimal command, IReadOnlySet<string> unknown, CancellationToken cancellationToken) =>
        book.CreditPayoff.CheckPrimeRateAsync(command, unknown, cancellationToken);

    protected override string Success(decimal command, PrimeRate saved) => "Successfully saved the prime rate.";

    protected override string? Words(decimal command, PrimeRate saved) => "Saved the prime rate.";
}
