using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Statements.Ofx;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Statements;

/// <summary>Compares a file's transactions with those of an account: one SQL statement for some hundred of them, and one to find look-alikes.</summary>
/// <param name="database">The database.</param>
/// <param name="account">The account; null while it is unknown.</param>
/// <param name="warnings">Told of texts that would be cut.</param>
/// <param name="nowUtc">Now.</param>
internal sealed class PreviewComparison(BudgetDbContext database, Account? account, ImportWarnings warnings, DateTime nowUtc)
{
    private const int Batch = 500;

    private readonly BankTransactionFields _fields = new(account ?? new Account(), warnings);

    /// <summary>What would become of each transaction, in the file's order.</summary>
    public async Task<IReadOnlyList<PreviewedTransaction>> CompareAsync(IReadOnlyList<OfxTransaction> transactions, CancellationToken cancellationToken)
    {
        var previewed = new List<PreviewedTransaction>(transactions.Count);
        foreach (var batch in transactions.Chunk(Batch))
        {
            var known = await FindAsync(batch, cancellationToken).ConfigureAwait(false);
            previewed.AddRange(batch.Select(t => Compare(t, known.GetValueOrDefault(t.FitId) ?? known.GetValueOrDefault(StoredFitId.Tagged(t.FitId)))));
        }

        return await MarkLookAlikesAsync(previewed, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Dictionary<string, BankTransaction>> FindAsync(OfxTransaction[] batch, CancellationToken cancellationToken)
    {
        if (account is null)
        {
            return [];
        }

        string[] keys = [.. batch.SelectMany(t => new[] { t.FitId, StoredFitId.Tagged(t.FitId) })];
        return await database.BankTransactions.AsNoTracking().Where(row => row.AccountId == account.Id && keys.Contains(row.FitId)).ToDictionaryAsync(row => row.FitId, StringComparer.Ordinal, cancellationToken).ConfigureAwait(false);
    }

    private PreviewedTransaction Compare(OfxTransaction transaction, BankTransaction? known)
    {
        var before = known is null ? null : EarlierRow.Of(known);
        var row = known ?? new BankTransaction();
        _fields.Write(transaction, row);
        var state = before is null ? PreviewState.New : before.ButFor(row).Before is null ? PreviewState.Known : PreviewState.Changed;
        var oddity = !StorableDate.Holds(transaction.Day) && before?.Before?.DatePosted != transaction.DatePosted ? "not to be imported: " + StorableDate.RangeMessage
            : transaction.DatePosted > nowUtc.AddDays(1) ? "dated in the future"
            : state == PreviewState.Changed ? Change(before!.Before!, row)
            : null;
        return new PreviewedTransaction(transaction.FitId, transaction.DatePosted, transaction.Day, transaction.Amount, row.Name, row.Memo, state, oddity);
    }

    private static DateTime Start(DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    private static string? Change(EarlierFields before, BankTransaction now) =>
        before.Amount != now.Amount ? FormattableString.Invariant($"amount was {before.Amount:0.00##}")
        : BankDay.Of(before.DatePosted, before.PostedDay ?? now.PostedDay) is var was && was != BankDay.Of(now.DatePosted, now.PostedDay) ? FormattableString.Invariant($"date was {was:yyyy-MM-dd}")
        : null;

    /// <summary>A new transaction like one that is there under another id may be the same one: some banks change their ids.</summary>
    private async Task<IReadOnlyList<PreviewedTransaction>> MarkLookAlikesAsync(List<PreviewedTransaction> transactions, CancellationToken cancellationToken)
    {
        var added = transactions.Where(t => t.State == PreviewState.New).ToList();
        if (account is null || added.Count == 0)
        {
            return transactions;
        }

        // The bank's day may be the one before or after the instant's UTC day.
        var (from, to) = (Start(added.Min(t => t.DayPosted).AddDays(-1)), Start(added.Max(t => t.DayPosted).AddDays(2)));
        var there = await database.BankTransactions
            .Where(row => row.AccountId == account.Id && row.DatePosted >= from && row.DatePosted < to)
            .Select(row => new { row.FitId, row.DatePosted, row.PostedDay, row.Amount, row.Name })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var inFile = transactions.Select(t => t.FitId).ToHashSet(StringComparer.Ordinal);
        var alike = there.Where(row => !inFile.Contains(row.FitId)).Select(row => (BankDay.Of(row.DatePosted, row.PostedDay), row.Amount, row.Name)).ToHashSet();
        return
        [
            .. transactions.Select(t => t.State == PreviewState.New && alike.Contains((t.DayPosted, t.Amount, t.Name))
                ? t with { Oddity = "like one that is there already under another id" }
                : t),
        ];
    }
}
