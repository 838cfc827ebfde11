using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Statements.Ofx;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Statements;

/// <summary>
/// Adds and updates an account's bank transactions (spec/bank-data.md §2.2): finds out which movements the account has already (docs/adr/0026), and writes some
/// hundred in each statement of SQL. The account must be locked.
/// </summary>
/// <param name="save">The import.</param>
/// <param name="account">The account.</param>
/// <param name="statementId">The statement that they come from.</param>
/// <param name="flags">Marks rows by the account's patterns.</param>
/// <param name="warnings">Told of what the user should know.</param>
internal sealed class BankTransactionWriter(RunningSave save, Account account, int statementId, BankTransactionFlags flags, ImportWarnings warnings)
{
    /// <summary>Rows that are asked for at once.</summary>
    public const int Batch = 500;

    private readonly BankTransactionFields _fields = new(account, warnings);
    private readonly BankTransactionFields _silent = new(account, new ImportWarnings());
    private readonly List<EarlierRow> _earlier = [];
    private IReadOnlyList<string> _added = [];
    private IReadOnlyList<BankTransaction> _removed = [];
    private BankRemarks _remarks = BankRemarks.None();

    /// <summary>What the rows were that the account had already.</summary>
    public IReadOnlyList<EarlierRow> Earlier => _earlier;

    /// <summary>How many rows the account did not have.</summary>
    public int AddedCount => _added.Count;

    /// <summary>Locks rows and finds out which of them are reconciled.</summary>
    public static async Task<(List<BankTransaction> Rows, HashSet<string> Reconciled)> LockAsync(BudgetDbContext database, int accountId, string[] keys, CancellationToken cancellationToken)
    {
        var rows = await database.BankTransactions.AsNoTracking().Where(row => row.AccountId == accountId && keys.Contains(row.FitId)).OrderBy(row => row.FitId)
            .TagWith(RowLock.Tag).ToListAsync(cancellationToken).ConfigureAwait(false);
        var reconciled = await database.Reconciliations.Where(r => r.BankAccountId == accountId && keys.Contains(r.BankFitId!)).Select(r => r.BankFitId!).ToListAsync(cancellationToken).ConfigureAwait(false);
        return (rows.FindAll(row => keys.Contains(row.FitId, StringComparer.Ordinal)), reconciled.ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Writes a statement's transactions.</summary>
    public async Task WriteAsync(IReadOnlyList<OfxTransaction> transactions, CancellationToken cancellationToken)
    {
        _remarks = await BankRemarks.ReadAsync(save.Database, account.Id, cancellationToken).ConfigureAwait(false);
        var file = FileMovements.Of(transactions, _fields);
        Tell(file);
        var corrections = new BankCorrections(save, account, _fields, _remarks, warnings);
        var movements = await corrections.ApplyAsync(file, cancellationToken).ConfigureAwait(false);
        _removed = corrections.Removed;
        var matched = await new StoredMovements(save.Database, account.Id, _fields, _remarks).MatchAsync(movements, cancellationToken).ConfigureAwait(false);
        await UpdateAsync([.. matched.Where(match => match.Row is not null)], cancellationToken).ConfigureAwait(false);
        var added = new AddedRows(save, account, statementId, _fields, flags, warnings);
        await added.AddAsync([.. matched.Where(match => match.Row is null).Select(match => match.File)], corrections.Replaced, cancellationToken).ConfigureAwait(false);
        _added = added.Keys;
    }

    /// <summary>What it did, so that it can be undone.</summary>
    /// <param name="balanceId">The balance that came with the statement, if any.</param>
    /// <param name="content">The name of the remark by which the content is recognised.</param>
    public ImportRecord Record(int? balanceId, string content) => new(balanceId, _added, _earlier, _removed, _remarks.Before, content);

    private void Tell(FileMovements file)
    {
        if (file.WithoutId > 0)
        {
            warnings.Add($"{file.WithoutId} of the transactions have no id of the bank (FITID); they are known by day, amount and text.");
        }
    }

    private async Task UpdateAsync(IReadOnlyList<MatchedMovement> known, CancellationToken cancellationToken)
    {
        foreach (var batch in known.Chunk(Batch))
        {
            var changed = batch.Where(match => Changes(match.File.Transaction, match.Row!)).ToDictionary(match => match.Row!.FitId, match => match.File, StringComparer.Ordinal);
            var before = batch.ToDictionary(match => match.Row!.FitId, match => new EarlierRow(match.Row!.FitId, match.Row.StatementId, null), StringComparer.Ordinal);
            await WriteOverAsync(changed, before, cancellationToken).ConfigureAwait(false);
            foreach (var match in batch.Where(match => !changed.ContainsKey(match.Row!.FitId) && _remarks.HasLaterWordOn(match.Row!.FitId)))
            {
                await _remarks.DropAsync(save, match.Row!.FitId, cancellationToken).ConfigureAwait(false);
            }

            // The statement is moved for all known rows at once; most of them change in nothing else.
            string[] keys = [.. before.Keys];
            await save.UpdateAsync(save.Database.BankTransactions.Where(row => row.AccountId == account.Id && keys.Contains(row.FitId)), row => row.StatementId, statementId, cancellationToken).ConfigureAwait(false);
            _earlier.AddRange(before.Values);
        }
    }

    /// <summary>Whether anything of a row would be another one, tried on a copy.</summary>
    private bool Changes(OfxTransaction transaction, BankTransaction row)
    {
        var copy = new BankTransaction { IsPayment = row.IsPayment, IsLateFee = row.IsLateFee, IsInterestCharge = row.IsInterestCharge, IsOtherFee = row.IsOtherFee, IsInterestPayment = row.IsInterestPayment };
        var fields = EarlierFields.Of(row);
        fields.WriteTo(copy);
        _fields.Write(transaction, copy);
        flags.Apply(copy);
        return EarlierFields.Of(copy) != fields
            || (copy.IsPayment, copy.IsLateFee, copy.IsInterestCharge, copy.IsOtherFee, copy.IsInterestPayment) != (row.IsPayment, row.IsLateFee, row.IsInterestCharge, row.IsOtherFee, row.IsInterestPayment);
    }

    /// <summary>Writes over rows, unless they are reconciled and would say something else: whoever reconciles one of them is done, or waits.</summary>
    private async Task WriteOverAsync(Dictionary<string, FileMovement> changed, Dictionary<string, EarlierRow> before, CancellationToken cancellationToken)
    {
        if (changed.Count == 0)
        {
            return;
        }

        var (rows, reconciled) = await LockAsync(save.Database, account.Id, [.. changed.Keys], cancellationToken).ConfigureAwait(false);
        var disputed = new List<(BankTransaction Row, FileMovement File)>();
        foreach (var row in rows)
        {
            var file = changed[row.FitId];
            if (reconciled.Contains(row.FitId) && Disputes(file, row))
            {
                disputed.Add((row, file));
                continue;
            }

            save.Database.Attach(row);
            var earlier = EarlierRow.Of(row);
            _silent.Write(file.Transaction, row);
            flags.Apply(row);
            before[row.FitId] = earlier.ButFor(row);
        }

        await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        save.Database.ChangeTracker.Clear();
        foreach (var key in changed.Keys.Except(disputed.Select(row => row.Row.FitId), StringComparer.Ordinal).Where(_remarks.HasLaterWordOn).ToList())
        {
            await _remarks.DropAsync(save, key, cancellationToken).ConfigureAwait(false);
        }

        foreach (var (row, file) in disputed)
        {
            await KeepAsync(row, file, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whether a row would get another day, amount or text.</summary>
    private bool Disputes(FileMovement file, BankTransaction row) => _fields.MovementsOf(row).All(movement => file.Movement.To(movement) != Likeness.Equal);

    private async Task KeepAsync(BankTransaction row, FileMovement file, CancellationToken cancellationToken)
    {
        var said = new BankTransaction();
        _silent.Write(file.Transaction, said);
        var remark = new BankRemark(row.FitId, IsVoid: false, file.Movement.Day, file.Movement.Posted, said.Amount, said.Name, said.Memo);
        warnings.Add(BankRemarkText.OfReconciled(row, remark));
        await _remarks.KeepAsync(save, remark, cancellationToken).ConfigureAwait(false);
    }
}
