using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Statements.Ofx;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Statements;

/// <summary>Compares a file's transactions with those of an account, in a few SQL statements whatever their number.</summary>
/// <param name="database">The database.</param>
/// <param name="account">The account; null while it is unknown.</param>
/// <param name="warnings">Told of what would be cut, taken together or guessed.</param>
/// <param name="nowUtc">Now.</param>
internal sealed class PreviewComparison(BudgetDbContext database, Account? account, ImportWarnings warnings, DateTime nowUtc)
{
    private readonly BankTransactionFields _fields = new(account ?? new Account(), warnings);

    /// <summary>What would become of each transaction, in the file's order.</summary>
    public async Task<IReadOnlyList<PreviewedTransaction>> CompareAsync(IReadOnlyList<OfxTransaction> transactions, CancellationToken cancellationToken)
    {
        var file = FileMovements.Of(transactions, _fields);
        Tell(file);
        var remarks = account is null ? BankRemarks.None() : await BankRemarks.ReadAsync(database, account.Id, cancellationToken).ConfigureAwait(false);
        var stored = new StoredMovements(database, account?.Id ?? 0, _fields, remarks);
        var isVoid = file.All.ToLookup(movement => remarks.IsVoid(movement.Id, movement.Movement));
        var matched = account is null ? [.. isVoid[false].Select(movement => new MatchedMovement(movement, null))] : await stored.MatchAsync([.. isVoid[false]], cancellationToken).ConfigureAwait(false);
        var reconciled = await ReconciledAsync(matched, cancellationToken).ConfigureAwait(false);
        var alike = LookAlikes(stored.Rows, matched);
        return
        [
            .. matched.Select(match => Compare(match, reconciled, alike)),
            .. isVoid[true].Select(movement => Preview(movement, PreviewState.Known, "taken back by the bank")),
            .. file.Corrections.Where(correction => correction.IsDeletion).Select(correction =>
                new PreviewedTransaction(correction.FitId, correction.DatePosted, correction.Day, correction.Amount, correction.Name, correction.Memo, PreviewState.Known, $"deletes transaction {BankRemarkText.Shown(correction.CorrectedFitId!)}")),
        ];
    }

    private static string? Change(EarlierFields before, BankTransaction now) =>
        before.Amount != now.Amount ? FormattableString.Invariant($"amount was {before.Amount:0.00##}")
        : BankDay.Of(before.DatePosted, before.PostedDay ?? now.PostedDay) is var was && was != BankDay.Of(now.DatePosted, now.PostedDay) ? FormattableString.Invariant($"date was {was:yyyy-MM-dd}")
        : null;

    private static PreviewedTransaction Preview(FileMovement movement, PreviewState state, string? oddity)
    {
        var transaction = movement.Transaction;
        return new PreviewedTransaction(movement.Id, transaction.DatePosted, transaction.Day, transaction.Amount, transaction.Name, transaction.Memo, state, oddity);
    }

    /// <summary>A new transaction like one that is there under another id may be the same one: some banks change their ids.</summary>
    private HashSet<(DateOnly? Day, decimal? Amount, string? Name)> LookAlikes(IReadOnlyList<BankTransaction> rows, IReadOnlyList<MatchedMovement> matched)
    {
        var found = matched.Select(match => match.Row?.FitId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return account is null ? [] : [.. rows.Where(row => !found.Contains(row.FitId)).Select(row => (BankDay.Of(row.DatePosted, row.PostedDay), row.Amount, row.Name))];
    }

    private void Tell(FileMovements file)
    {
        if (file.Repeated > 0)
        {
            warnings.Add($"The file lists {file.Repeated} transactions more than once; what it says last counts.");
        }

        if (file.WithoutId > 0)
        {
            warnings.Add($"{file.WithoutId} of the transactions have no id of the bank (FITID); they are known by day, amount and text.");
        }

        foreach (var shared in file.All.GroupBy(movement => movement.Id, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
        {
            warnings.Add($"The bank gave the id {BankRemarkText.Shown(shared.Key)} to {shared.Count()} different transactions; each is imported.");
        }
    }

    private async Task<HashSet<string>> ReconciledAsync(IReadOnlyList<MatchedMovement> matched, CancellationToken cancellationToken)
    {
        var (id, keys) = (account?.Id, matched.Where(match => match.Row is not null && Differs(match)).Select(match => match.Row!.FitId).ToArray());
        var reconciled = await database.Reconciliations.Where(r => r.BankAccountId == id && keys.Contains(r.BankFitId!)).Select(r => r.BankFitId!).ToListAsync(cancellationToken).ConfigureAwait(false);
        return reconciled.ToHashSet(StringComparer.Ordinal);
    }

    private bool Differs(MatchedMovement match) => _fields.MovementsOf(match.Row!).All(movement => match.File.Movement.To(movement) != Likeness.Equal);

    private PreviewedTransaction Compare(MatchedMovement match, HashSet<string> reconciled, HashSet<(DateOnly? Day, decimal? Amount, string? Name)> alike)
    {
        var transaction = match.File.Transaction;
        var before = match.Row is null ? null : EarlierRow.Of(match.Row);
        var row = new BankTransaction { FitId = match.File.Id };
        before?.Before!.WriteTo(row);
        _fields.Write(transaction, row);
        var state = before is null ? PreviewState.New : before.ButFor(row).Before is null ? PreviewState.Known : PreviewState.Changed;
        var isKept = state == PreviewState.Changed && reconciled.Contains(match.Row!.FitId) && Differs(match);
        var oddity = !StorableDate.Holds(transaction.Day) && before?.Before?.DatePosted != transaction.DatePosted ? "not to be imported: " + StorableDate.RangeMessage
            : transaction.DatePosted > nowUtc.AddDays(1) ? "dated in the future"
            : isKept ? "reconciled, and kept as it is" + (Change(before!.Before!, row) is { } change ? ": " + change : "")
            : state == PreviewState.Changed ? Change(before!.Before!, row)
            : transaction.CorrectedFitId is { } corrected && state == PreviewState.New ? $"replaces transaction {BankRemarkText.Shown(corrected)}"
            : state == PreviewState.New && alike.Contains((transaction.Day, transaction.Amount, row.Name)) ? "like one that is there already under another id"
            : null;
        return new PreviewedTransaction(match.Row?.FitId ?? match.File.Id, transaction.DatePosted, transaction.Day, transaction.Amount, row.Name, row.Memo, isKept ? PreviewState.Known : state, oddity);
    }
}
