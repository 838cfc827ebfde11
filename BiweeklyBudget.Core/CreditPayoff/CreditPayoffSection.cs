using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Settings;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>How the debt on credit cards is paid off: <c>book.CreditPayoff</c>.</summary>
public sealed class CreditPayoffSection
{
    private readonly BookSession _session;

    internal CreditPayoffSection(BookSession session) => _session = session;

    /// <summary>
    /// Plans the payoff of all active credit accounts by every method, from what is stored: balances, interest charges, settings, the prime rate. When a card is paid off, the
    /// rest of that month's sum goes to the next card in the same month.
    /// </summary>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The plans of all cards of which enough is known, and the names of the others.</returns>
    public Task<PayoffPlans> PlanAsync(CancellationToken cancellationToken = default) => PlanAsync(PayoffPolicy.PassesOn, cancellationToken);

    /// <summary>
    /// Plans as upstream does, for comparing with its figures: the rest of a month's sum is not passed on when a card is paid off. Such plans are longer and dearer than what
    /// the user pays, and can call the dearer way the cheaper one. The web app uses <see cref="PlanAsync(CancellationToken)"/>.
    /// </summary>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The plans of all cards of which enough is known, and the names of the others.</returns>
    public Task<PayoffPlans> PlanLikeUpstreamAsync(CancellationToken cancellationToken = default) => PlanAsync(PayoffPolicy.Upstream, cancellationToken);

    /// <summary>The statements of an account that an interest charge can be entered for: those of the last 32 days.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>Newest first; none for an unknown account.</returns>
    public Task<IReadOnlyList<StatementChoice>> ListStatementsAsync(int accountId, CancellationToken cancellationToken = default) =>
        _session.ReadAsync((database, token) => new StatementChoices(database).ReadAsync(accountId, _session.Now, token), cancellationToken);

    /// <summary>The interest charges of an account that were entered by hand.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>Newest first; none for an unknown account.</returns>
    public Task<IReadOnlyList<EnteredInterest>> ListEnteredInterestAsync(int accountId, CancellationToken cancellationToken = default) => _session.ReadAsync<IReadOnlyList<EnteredInterest>>(
        async (database, token) => await database.BankTransactions.AsNoTracking().Where(row => row.AccountId == accountId && row.Name == BankTransactionFlags.ManualInterestName)
            .OrderByDescending(row => row.DatePosted).ThenByDescending(row => row.FitId).Select(row => new EnteredInterest(row.FitId, row.DatePosted, row.Amount)).ToListAsync(token).ConfigureAwait(false),
        cancellationToken);

    /// <summary>The prime rate that is stored, however old it is.</summary>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The rate; null when none was ever fetched or entered.</returns>
    public Task<PrimeRate?> FindPrimeRateAsync(CancellationToken cancellationToken = default) =>
        _session.ReadAsync(async (database, token) => PrimeRate.Read(await SettingRow.ReadAsync(database, PrimeRate.SettingName, token).ConfigureAwait(false)), cancellationToken);

    /// <summary>Replaces all increases and one-time payments.</summary>
    /// <param name="change">The whole of them.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    /// <returns>Saved with what is stored now, or why not. A problem of an entry names it: <c>Increases[0].Amount</c>.</returns>
    public Task<Outcome<PayoffSettings>> SaveSettingsAsync(PayoffSettingsChange change, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new SavePayoffSettings(database).ExecuteAsync(change, cancellationToken));

    /// <summary>Everything that is wrong with a change of the settings; nothing is saved.</summary>
    /// <param name="change">The change.</param>
    /// <param name="unknown">Names of properties whose values are not known yet, or paths such as <c>Increases[0].Amount</c>: nothing is said about them, whatever stands in them.</param>
    /// <param name="cancellationToken">Ends the check early.</param>
    /// <returns>The problems; none when it could be saved.</returns>
    public Task<IReadOnlyList<Problem>> CheckAsync(PayoffSettingsChange change, IReadOnlySet<string>? unknown = null, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new SavePayoffSettings(database).CheckAsync(change, unknown, cancellationToken));

    /// <summary>Enters an interest charge that the bank's data do not show, as a bank transaction of a statement. The same charge of the same statement is refused the second time.</summary>
    /// <param name="charge">The charge.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    /// <returns>Saved with the id within the account (FITID) of the new bank transaction, or why not.</returns>
    public Task<Outcome<string>> EnterInterestAsync(InterestCharge charge, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new EnterInterest(database, _session.Now).ExecuteAsync(charge, cancellationToken));

    /// <summary>Everything that is wrong with an interest charge; nothing is saved.</summary>
    /// <param name="charge">The charge.</param>
    /// <param name="unknown">Names of properties whose values are not known yet, as in a form that is filled in: nothing is said about them, whatever stands in them.</param>
    /// <param name="cancellationToken">Ends the check early.</param>
    /// <returns>The problems; none when it could be entered.</returns>
    public Task<IReadOnlyList<Problem>> CheckAsync(InterestCharge charge, IReadOnlySet<string>? unknown = null, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new EnterInterest(database, _session.Now).CheckAsync(charge, unknown, cancellationToken));

    /// <summary>Saves the user's own order of cards, in which one of the payoff methods pays them off.</summary>
    /// <param name="accounts">Ids of accounts, 1 to 1000 of them, each once, the first to be paid off first. Cards that it leaves out come last; accounts that are no cards do not count.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    /// <returns>Saved with the order, or why not; problems name the property <c>Accounts</c>.</returns>
    public Task<Outcome<IReadOnlyList<int>>> SaveOrderAsync(IReadOnlyList<int> accounts, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new SaveCardOrder(database).ExecuteAsync(accounts, cancellationToken));

    /// <summary>Everything that is wrong with an order of cards; nothing is saved.</summary>
    /// <param name="accounts">Ids of accounts.</param>
    /// <param name="unknown"><c>Accounts</c> when the order is not known yet.</param>
    /// <param name="cancellationToken">Ends the check early.</param>
    /// <returns>The problems; none when it could be saved.</returns>
    public Task<IReadOnlyList<Problem>> CheckOrderAsync(IReadOnlyList<int> accounts, IReadOnlySet<string>? unknown = null, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new SaveCardOrder(database).CheckAsync(accounts, unknown, cancellationToken));

    /// <summary>Stores a prime rate that the user knows, as of now. It counts until it is 48 hours old and another one was fetched.</summary>
    /// <param name="rate">A fraction from 0 to 1: 0.075 is 7.5 %.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    /// <returns>Saved with what is stored now, or why not; problems name the property <c>Rate</c>.</returns>
    public Task<Outcome<PrimeRate>> SavePrimeRateAsync(decimal rate, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new SavePrimeRate(database).ExecuteAsync(ByHand(rate), cancellationToken));

    /// <summary>Everything that is wrong with a prime rate; nothing is saved.</summary>
    /// <param name="rate">A fraction from 0 to 1: 0.075 is 7.5 %.</param>
    /// <param name="unknown"><c>Rate</c> when the rate is not known yet.</param>
    /// <param name="cancellationToken">Ends the check early.</param>
    /// <returns>The problems; none when it could be saved.</returns>
    public Task<IReadOnlyList<Problem>> CheckPrimeRateAsync(decimal rate, IReadOnlySet<string>? unknown = null, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new SavePrimeRate(database).CheckAsync(ByHand(rate), unknown, cancellationToken));

    /// <summary>
    /// Asks for the prime rate and stores it, when an active card follows it and the stored one is older than 48 hours. This may take as long as the source does: it is
    /// meant for a job in the background, of which one at a time is enough.
    /// </summary>
    /// <param name="source">Whom to ask.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <returns>What is stored now, and why it could not be renewed. A rate that somebody entered or fetched meanwhile stays.</returns>
    public Task<PrimeRateReading> RenewPrimeRateAsync(IPrimeRateSource source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return _session.RunAsync(database => new RenewPrimeRate(database, source, _session.Time).ExecuteAsync(cancellationToken));
    }

    private Task<PayoffPlans> PlanAsync(PayoffPolicy policy, CancellationToken cancellationToken) =>
        _session.ReadAsync(async (database, token) => PayoffPlans.Of(await new PayoffReader(database).ReadAsync(_session.Now, token).ConfigureAwait(false), policy), cancellationToken);

    private PrimeRate ByHand(decimal rate) => new(rate, _session.Now, IsEnteredByHand: true);
}
