using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>Makes the payoff plans of the database's cards: three SQL statements, and a few more when a new prime rate has to be stored.</summary>
/// <param name="database">The database.</param>
/// <param name="source">Where the prime rate is asked for; only when a card follows it.</param>
/// <param name="time">The clock.</param>
public sealed class PayoffPlanner(BudgetDbContext database, PrimeRateSource source, TimeProvider time)
{
    /// <summary>Reads the cards and runs every method.</summary>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The plans, or the card that lacks an interest charge.</returns>
    public async Task<PayoffPlans> PlanAsync(CancellationToken cancellationToken)
    {
        var inputs = await new PayoffReader(database).ReadAsync(time.GetUtcNow().UtcDateTime, cancellationToken).ConfigureAwait(false);
        if (PayoffReport.FirstWithoutInterest(inputs) is { } card)
        {
            return new PayoffPlans(inputs, null, card, null);
        }

        var rate = inputs.NeedsPrimeRate ? await new PrimeRates(database, source, time).CurrentAsync(inputs.PrimeRate, cancellationToken).ConfigureAwait(false) : null;
        return new PayoffPlans(inputs, rate, null, PayoffReport.Of(inputs, rate?.Known?.Rate));
    }
}
