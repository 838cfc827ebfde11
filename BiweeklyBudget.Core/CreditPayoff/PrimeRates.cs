using BiweeklyBudget.Core.Forms;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>
/// The US prime rate: kept in the table <c>settings</c>, asked for again after 48 hours, and entered by hand when it cannot be had. A failure
/// to get it never fails a page: the last known rate goes on (spec/credit-payoff.md, defect 13).
/// </summary>
/// <param name="database">The database.</param>
/// <param name="source">Where to ask.</param>
/// <param name="time">The clock.</param>
public sealed class PrimeRates(BudgetDbContext database, PrimeRateSource source, TimeProvider time)
{
    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>The rate to use now.</summary>
    /// <param name="stored">The last known rate, or null.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <returns>The stored rate when it is fresh, else a new one, else the stored one with the problem.</returns>
    public async Task<PrimeRateReading> CurrentAsync(StoredPrimeRate? stored, CancellationToken cancellationToken)
    {
        if (stored?.IsFresh(Now) == true)
        {
            return new PrimeRateReading(stored, null);
        }

        var answer = await source.AskAsync(cancellationToken).ConfigureAwait(false);
        if (answer.Rate is not { } rate)
        {
            return new PrimeRateReading(stored, answer.Problem);
        }

        // Whether it could be stored does not matter now: the next page asks again.
        var fetched = new StoredPrimeRate(rate, Now, IsEnteredByHand: false);
        await SettingRow.SaveAsync(database, StoredPrimeRate.SettingName, fetched.ToJson(), "Saved.", cancellationToken).ConfigureAwait(false);
        return new PrimeRateReading(fetched, null);
    }

    /// <summary>Stores a rate that a user enters; it is used until it is 48 hours old and the source answers.</summary>
    /// <param name="form">The field <c>prime_rate</c>, in percent.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    /// <returns>Saved, or why not.</returns>
    public async Task<SaveResult> SaveByHandAsync(FormValues form, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        var fields = new FieldReader(form);
        var percent = fields.Amount("prime_rate");
        if (percent is < 0 or > 100)
        {
            fields.Errors.Add("prime_rate", "Must be between 0 and 100 percent");
        }

        return fields.Errors.Any
            ? new SaveResult.Refused(fields.Errors)
            : await SettingRow.SaveAsync(
                database,
                StoredPrimeRate.SettingName,
                new StoredPrimeRate(percent!.Value * 0.01m, Now, IsEnteredByHand: true).ToJson(),
                "Successfully saved the prime rate.",
                cancellationToken).ConfigureAwait(false);
    }
}
