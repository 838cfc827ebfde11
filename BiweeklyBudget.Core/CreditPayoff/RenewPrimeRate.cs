using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>
/// Fetches the prime rate when a card follows it and the stored one is older than 48 hours (spec/credit-payoff.md §3). A failure leaves
/// the last known rate as it is (defect 13).
/// </summary>
internal sealed class RenewPrimeRate(BudgetDbContext database, IPrimeRateSource source, TimeProvider time)
{
    private DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task<PrimeRateReading> ExecuteAsync(CancellationToken cancellationToken)
    {
        var json = await SettingRow.ReadAsync(database, PrimeRate.SettingName, cancellationToken).ConfigureAwait(false);
        var stored = PrimeRate.Read(json);
        if (stored?.IsOld(Now) == false || !await IsFollowedAsync(cancellationToken).ConfigureAwait(false))
        {
            return new PrimeRateReading(stored, null);
        }

        var answer = await source.AskAsync(cancellationToken).ConfigureAwait(false);
        if (answer.Rate is not { } rate)
        {
            return new PrimeRateReading(stored, answer.Problem);
        }

        return await StoreAsync(new PrimeRate(rate, Now, IsEnteredByHand: false), json, cancellationToken).ConfigureAwait(false) switch
        {
            Outcome<PrimeRate?>.Saved saved => new PrimeRateReading(saved.Value, null),
            Outcome<PrimeRate?>.Refused refused => new PrimeRateReading(stored, refused.Reason.Message),
            var other => throw new InvalidOperationException($"{other} is no outcome of a fetched rate."),
        };
    }

    private Task<bool> IsFollowedAsync(CancellationToken cancellationToken) =>
        database.Accounts.AnyAsync(account => account.Type == AccountType.Credit && account.IsActive == true && account.PrimeRateMargin != null, cancellationToken);

    /// <summary>Stores a rate in the place of what was there before it was asked for. What somebody else stored meanwhile is newer and stays.</summary>
    private Task<Outcome<PrimeRate?>> StoreAsync(PrimeRate fetched, string? before, CancellationToken cancellationToken) => AtomicSave.RunAsync<Outcome<PrimeRate?>>(
        database,
        nameof(RenewPrimeRate),
        async (save, token) =>
        {
            save.Changes.IsProgram();
            await SettingRow.ReplaceAsync(save, PrimeRate.SettingName, before, fetched.ToJson(), token).ConfigureAwait(false);
            return new Outcome<PrimeRate?>.Saved(PrimeRate.Read(await SettingRow.ReadAsync(save.Database, PrimeRate.SettingName, token).ConfigureAwait(false)));
        },
        duplicate: null,
        cancellationToken);
}
