using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>Reads what payoff plans are made from, with three SQL statements whatever the number of cards.</summary>
/// <param name="database">The database.</param>
internal sealed class PayoffReader(BudgetDbContext database)
{
    /// <summary>How far back interest charges and statements count.</summary>
    public static readonly TimeSpan Recent = TimeSpan.FromDays(32);

    private const string Debit = "debit";

    private static readonly string[] SettingNames = [PayoffSettings.SettingName, CardOrder.SettingName, PrimeRate.SettingName];

    /// <summary>Reads.</summary>
    /// <param name="nowUtc">Now; interest charges older than 32 days do not count.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>Active credit accounts by id, and the stored settings.</returns>
    public async Task<PayoffInputs> ReadAsync(DateTime nowUtc, CancellationToken cancellationToken)
    {
        var charges = await Charges(nowUtc - Recent).ToListAsync(cancellationToken).ConfigureAwait(false);
        var newest = charges.Where(c => c.IsMarked || c.Type is null or Debit)
            .GroupBy(c => c.AccountId)
            .ToDictionary(account => account.Key, account => account.OrderByDescending(c => c.DatePosted).ThenByDescending(c => c.FitId, StringComparer.Ordinal).First().Amount);
        var cards = await Cards().ToListAsync(cancellationToken).ConfigureAwait(false);
        var settings = await database.StoredSettings.AsNoTracking()
            .Where(s => SettingNames.Contains(s.Name))
            .ToDictionaryAsync(s => s.Name, s => s.Value, cancellationToken).ConfigureAwait(false);
        return new PayoffInputs(
            [.. cards.Select(card => newest.TryGetValue(card.Id, out var amount) ? card with { ReportedInterest = amount } : card)],
            PayoffSettings.Read(settings.GetValueOrDefault(PayoffSettings.SettingName)),
            CardOrder.Read(settings.GetValueOrDefault(CardOrder.SettingName)),
            PrimeRate.Read(settings.GetValueOrDefault(PrimeRate.SettingName)));
    }

    /// <summary>
    /// An interest charge is known by its mark, whatever the bank calls its type, or by its name when its type is exactly <c>debit</c> or, as in Plaid's data,
    /// missing (defect 2). MySQL compares without regard to case, therefore the type is looked at once more afterwards. The account is asked for by "exists": joined, SQLite
    /// begins with the accounts and reads every bank transaction that a card ever had, instead of those of the last days.
    /// </summary>
    private IQueryable<Charge> Charges(DateTime since) =>
        from line in database.BankTransactions
        where line.DatePosted >= since && line.Amount != null
            && database.Accounts.Any(account => account.Id == line.AccountId && account.Type == AccountType.Credit && account.IsActive == true)
            && (line.IsInterestCharge == true || ((line.TransactionType == Debit || line.TransactionType == null) && EF.Functions.Like((line.Name == null || line.Name == "" ? line.Memo : line.Name)!, "%interest charge%")))
        select new Charge(line.AccountId, line.TransactionType, line.IsInterestCharge == true, line.DatePosted!.Value, line.FitId, line.Amount!.Value);

    /// <summary>The cards without their interest.</summary>
    private IQueryable<CreditCard> Cards() => Cards(CurrentBalance.First(database.AccountBalances));

    private IQueryable<CreditCard> Cards(IQueryable<AccountBalance> balances) =>
        from account in database.Accounts
        where account.Type == AccountType.Credit && account.IsActive == true
        orderby account.Id
        select new CreditCard
        {
            Id = account.Id,
            Name = account.Name,
            Ledger = balances.Where(b => b.AccountId == account.Id).Select(b => b.Ledger).FirstOrDefault(),
            BalanceDate = balances.Where(b => b.AccountId == account.Id).Select(b => b.LedgerDate ?? b.OverallDate).FirstOrDefault(),
            Apr = account.Apr,
            PrimeRateMargin = account.PrimeRateMargin,
            InterestMethod = account.InterestMethod,
            MinimumPayment = account.MinimumPaymentMethod,
        };

    private sealed record Charge(int AccountId, string? Type, bool IsMarked, DateTime DatePosted, string FitId, decimal Amount);
}
