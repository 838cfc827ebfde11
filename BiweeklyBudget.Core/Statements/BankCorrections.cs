using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Statements.Ofx;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Statements;

/// <summary>
/// Obeys a bank that deletes or replaces earlier transactions (CORRECTFITID and CORRECTACTION, OFX 2.x §11.4.4.3). What it took back is removed and
/// remembered, so that an older file does not bring it again; what is reconciled stays and is named.
/// </summary>
/// <param name="save">The import.</param>
/// <param name="account">The account, locked.</param>
/// <param name="fields">How the account stores movements.</param>
/// <param name="remarks">What the bank said so far.</param>
/// <param name="warnings">Told of every correction that is obeyed, or cannot be.</param>
internal sealed class BankCorrections(RunningSave save, Account account, BankTransactionFields fields, BankRemarks remarks, ImportWarnings warnings)
{
    /// <summary>Days that a correction may come after what it corrects.</summary>
    private const int MostDaysLater = 200;

    private readonly List<BankTransaction> _removed = [];
    private readonly Dictionary<string, BankTransaction> _replaced = new(StringComparer.Ordinal);

    /// <summary>Rows that the bank took back.</summary>
    public IReadOnlyList<BankTransaction> Removed => _removed;

    /// <summary>Those of them in whose place another one stands, by the id of that one.</summary>
    public IReadOnlyDictionary<string, BankTransaction> Replaced => _replaced;

    /// <summary>Obeys the corrections of a file.</summary>
    /// <returns>The file's movements without those that are void.</returns>
    public async Task<IReadOnlyList<FileMovement>> ApplyAsync(FileMovements file, CancellationToken cancellationToken)
    {
        var movements = file.All.Where(movement => !remarks.IsVoid(movement.Id, movement.Movement)).ToList();
        if (file.Corrections.Count == 0)
        {
            return movements;
        }

        var inFile = movements.ToLookup(movement => movement.Id, StringComparer.Ordinal);
        var stored = await ReadAsync(file.Corrections, cancellationToken).ConfigureAwait(false);
        var targets = file.Corrections.Select(correction => (Correction: correction, Row: Nearest(correction, stored))).ToList();
        string[] keys = [.. targets.Select(target => target.Row?.FitId).OfType<string>().Distinct(StringComparer.Ordinal)];
        var reconciled = await ReconciledAsync(keys, cancellationToken).ConfigureAwait(false);
        var refused = new HashSet<string>(StringComparer.Ordinal);
        var gone = new HashSet<FileMovement>();
        foreach (var (correction, row) in targets)
        {
            var listed = inFile[correction.CorrectedFitId!].Where(movement => movement.Transaction != correction && movement.Movement.Day <= correction.Day.AddDays(1)).ToList();
            gone.UnionWith(listed);
            if (row is not null && reconciled.Contains(row.FitId))
            {
                refused.Add(correction.FitId);
                await NameAsync(correction, row, cancellationToken).ConfigureAwait(false);
            }
            else if (row is not null && !_removed.Contains(row))
            {
                await RemoveAsync(correction, row, cancellationToken).ConfigureAwait(false);
            }
            else if (row is null)
            {
                await RememberAsync(correction, listed, cancellationToken).ConfigureAwait(false);
            }
        }

        return movements.FindAll(movement => !gone.Contains(movement) && !(refused.Contains(movement.Id) && movement.Transaction.CorrectedFitId is not null));
    }

    private static string Action(OfxTransaction correction) => correction.IsDeletion ? "deletes" : "replaces";

    private async Task<ILookup<string, BankTransaction>> ReadAsync(IReadOnlyList<OfxTransaction> corrections, CancellationToken cancellationToken)
    {
        var from = corrections.Min(correction => correction.DatePosted).AddDays(-MostDaysLater);
        var to = corrections.Max(correction => correction.DatePosted).AddDays(2);
        var ids = corrections.Select(correction => correction.CorrectedFitId!).ToHashSet(StringComparer.Ordinal);
        var rows = await save.Database.BankTransactions.AsNoTracking().Where(row => row.AccountId == account.Id && row.DatePosted >= from && row.DatePosted < to).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.SelectMany(row => StoredFitId.IdsOf(row.FitId).Where(ids.Contains).Select(id => (Id: id, Row: row))).ToLookup(entry => entry.Id, entry => entry.Row, StringComparer.Ordinal);
    }

    /// <summary>Of several rows of the id, the one that the bank posted last before.</summary>
    private static BankTransaction? Nearest(OfxTransaction correction, ILookup<string, BankTransaction> stored) =>
        stored[correction.CorrectedFitId!]
            .Where(row => BankDay.Of(row.DatePosted, row.PostedDay) <= correction.Day.AddDays(1))
            .OrderByDescending(row => BankDay.Of(row.DatePosted, row.PostedDay)).ThenBy(row => row.FitId, StringComparer.Ordinal)
            .FirstOrDefault();

    private async Task<HashSet<string>> ReconciledAsync(string[] keys, CancellationToken cancellationToken)
    {
        var reconciled = new HashSet<string>(StringComparer.Ordinal);
        foreach (var batch in keys.Chunk(BankTransactionWriter.Batch))
        {
            reconciled.UnionWith((await BankTransactionWriter.LockAsync(save.Database, account.Id, batch, cancellationToken).ConfigureAwait(false)).Reconciled);
        }

        return reconciled;
    }

    private async Task NameAsync(OfxTransaction correction, BankTransaction row, CancellationToken cancellationToken)
    {
        var movement = fields.MovementOf(correction);
        var remark = new BankRemark(row.FitId, IsVoid: false, movement.Day, movement.Posted, correction.IsDeletion ? null : correction.Amount, correction.IsDeletion ? null : correction.Name, correction.IsDeletion ? null : correction.Memo);
        warnings.Add(BankRemarkText.OfReconciled(row, remark));
        await remarks.KeepAsync(save, remark, cancellationToken).ConfigureAwait(false);
    }

    private async Task RemoveAsync(OfxTransaction correction, BankTransaction row, CancellationToken cancellationToken)
    {
        var movement = fields.MovementsOf(row).First();
        await save.RemoveAsync(save.Database.BankTransactions.Where(t => t.AccountId == account.Id && t.FitId == row.FitId), cancellationToken).ConfigureAwait(false);
        await remarks.DropAsync(save, row.FitId, cancellationToken).ConfigureAwait(false);
        await remarks.KeepAsync(save, new BankRemark(correction.CorrectedFitId!, IsVoid: true, movement.Day, movement.Posted, row.Amount, row.Name, row.Memo), cancellationToken).ConfigureAwait(false);
        _removed.Add(row);
        warnings.Add($"The bank {Action(correction)} transaction {BankRemarkText.Shown(row.FitId)} by the one in line {correction.Line}; it was removed.");
        if (!correction.IsDeletion)
        {
            _replaced[correction.FitId] = row;
        }
    }

    /// <summary>What is not here is void too: an older file may bring it yet.</summary>
    private async Task RememberAsync(OfxTransaction correction, List<FileMovement> listed, CancellationToken cancellationToken)
    {
        if (remarks.HasVoid(correction.CorrectedFitId!, correction.Day.AddDays(-MostDaysLater), correction.Day.AddDays(1)))
        {
            return;
        }

        var remark = listed.Count == 0
            ? new BankRemark(correction.CorrectedFitId!, IsVoid: true, correction.Day, correction.DatePosted, null, null, null)
            : new BankRemark(correction.CorrectedFitId!, IsVoid: true, listed[0].Movement.Day, listed[0].Movement.Posted, listed[0].Transaction.Amount, listed[0].Transaction.Name, listed[0].Transaction.Memo);
        warnings.Add($"The bank {Action(correction)} transaction {BankRemarkText.Shown(correction.CorrectedFitId!)} by the one in line {correction.Line}; it is not imported.");
        await remarks.KeepAsync(save, remark, cancellationToken).ConfigureAwait(false);
    }
}
