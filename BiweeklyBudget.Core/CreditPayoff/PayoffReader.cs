using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>Reads what payoff plans are made from, with two SQL statements whatever the number of cards.</summary>
/// <param name="database">The database.</param>
public sealed class PayoffReader(BudgetDbContext database)
{
    /// <summary>How far back interest charges and statements count.</summary>
    public static readonly TimeSpan Recent = TimeSpan.FromDays(32);

    private static readonly string[] SettingNames = [PayoffSettings.SettingName, CardOrder.SettingName, StoredPrimeRate.SettingName];

    /// <summary>Reads.</summary>
    /// <param name="nowUtc">Now; interest charges older than 32 days do not count.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>Active credit accounts by id, and the stored settings.</returns>
    public async Task<PayoffInputs> ReadAsync(DateTime nowUtc, CancellationToken cancellationToken)
    {
        var cards = await Cards(nowUtc - Recent).ToListAsync(cancellationToken).ConfigureAwait(false);
        var settings = await database.StoredSettings.AsNoTracking()
            .Where(s => SettingNames.Contains(s.Name))
            .ToDictionaryAsync(s => s.Name, s => s.Value, cancellationToken).ConfigureAwait(false);
        return new PayoffInputs(
            cards,
            PayoffSettings.Read(settings.GetValueOrDefault(PayoffSettings.SettingName)),
            CardOrder.Read(settings.GetValueOrDefault(CardOrder.SettingName)),
            StoredPrimeRate.Read(settings.GetValueOrDefault(StoredPrimeRate.SettingName)));
    }

    /// <summary>
    /// The current balance is that of <see cref="CurrentBalance"/>. An interest charge is known by its mark or by its name, whatever the bank calls its type (defect 2).
    /// </summary>
    private IQueryable<CreditCard> Cards(DateTime since) =>
        from account in database.Accounts
        where account.Type == AccountType.Credit && account.IsActive == true
        orderby account.Id
        select new CreditCard
        {
            Id = account.Id,
            Name = account.Name,
            Ledger = database.AccountBalances
                .Where(b => b.AccountId == account.Id)
                .OrderByDescending(b => b.LedgerDate != null).ThenByDescending(b => b.OverallDate).ThenByDescending(b => b.Id)
                .Select(b => b.Ledger)
                .FirstOrDefault(),
            BalanceDate = database.AccountBalances
                .Where(b => b.AccountId == account.Id)
                .OrderByDescending(b => b.LedgerDate != null).ThenByDescending(b => b.OverallDate).ThenByDescending(b => b.Id)
                .Select(b => b.LedgerDate ?? b.OverallDate)
                .FirstOrDefault(),
            Apr = account.Apr,
            PrimeRateMargin = account.PrimeRateMargin,
            InterestMethod = account.InterestMethod,
            MinimumPayment = account.MinimumPaymentMethod,
            ReportedInterest = database.BankTransactions
                .Where(t => t.AccountId == account.Id && t.DatePosted >= since && t.Amount != null
                    && (t.IsInterestCharge == true || EF.Functions.Like(t.Name!, "%interest charge%")))
                .OrderByDescending(t => t.DatePosted).ThenByDescending(t => t.FitId)
                .Select(t => t.Amount)
                .FirstOrDefault(),
        };
}
