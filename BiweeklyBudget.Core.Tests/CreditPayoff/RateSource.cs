using BiweeklyBudget.Core.CreditPayoff;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.Core.Tests.CreditPayoff;

/// <summary>Someone to ask for the prime rate, without a network.</summary>
internal sealed class RateSource(Func<Task<PrimeRateAnswer>> answer) : IPrimeRateSource
{
    public RateSource(decimal rate)
        : this(() => Task.FromResult(new PrimeRateAnswer(rate, null)))
    {
    }

    public RateSource(string problem)
        : this(() => Task.FromResult(new PrimeRateAnswer(null, problem)))
    {
    }

    public int Requests { get; private set; }

    /// <summary>A book with a clock; it takes the context along.</summary>
    public static BudgetBook Book(BudgetDbContext database, TimeProvider time)
    {
        var settings = new BudgetSettings { ConnectionString = "sqlite:///none.db" };
        return new BudgetBook(new BookSession(database, () => settings, time, _ => settings));
    }

    public Task<PrimeRateAnswer> AskAsync(CancellationToken cancellationToken)
    {
        Requests++;
        return answer();
    }
}
