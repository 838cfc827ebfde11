namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>Where the US prime rate is asked for.</summary>
public interface IPrimeRateSource
{
    /// <summary>Asks. It ends in a bounded time, and no answer is no exception.</summary>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <returns>The rate, or why it was not to be had.</returns>
    Task<PrimeRateAnswer> AskAsync(CancellationToken cancellationToken);
}
