using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Statements.Ofx;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Statements;

/// <summary>Adds the movements that an account does not have, each under a key that is free (<see cref="StoredFitId"/>).</summary>
/// <param name="save">The import.</param>
/// <param name="account">The account.</param>
/// <param name="statementId">The statement that they come from.</param>
/// <param name="fields">How the account stores them.</param>
/// <param name="flags">Marks rows by the account's patterns.</param>
/// <param name="warnings">Told of ids that mean several movements.</param>
internal sealed class AddedRows(RunningSave save, Account account, int statementId, BankTransactionFields fields, BankTransactionFlags flags, ImportWarnings warnings)
{
    private readonly List<string> _keys = [];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly List<BankTransaction> _new = [];

    /// <summary>Keys of the rows that were added.</summary>
    public IReadOnlyList<string> Keys => _keys;

    /// <summary>Adds movements.</summary>
    /// <param name="movements">Those that no row of the account is.</param>
    /// <param name="replaced">Rows that a movement stands in the place of: what the user wrote there comes with it.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task AddAsync(IReadOnlyList<FileMovement> movements, IReadOnlyDictionary<string, BankTransaction> replaced, CancellationToken cancellationToken)
    {
        var doubtful = StoredFitId.Doubtful(movements.Select(movement => movement.Id));
        foreach (var batch in movements.Chunk(BankTransactionWriter.Batch))
        {
            var isInexact = await FindTakenAsync([.. batch.Select(movement => movement.Id).Distinct(StringComparer.Ordinal)], cancellationToken).ConfigureAwait(false);
            var (repeated, others) = (new List<FileMovement>(), new List<FileMovement>());
            foreach (var movement in batch)
            {
                if (_taken.Contains(movement.Id))
                {
                    repeated.Add(movement);
                }
                else if (isInexact || doubtful.Contains(movement.Id))
                {
                    others.Add(movement);
                }
                else
                {
                    Add(movement, movement.Id, replaced);
                }
            }

            await InsertAsync(cancellationToken).ConfigureAwait(false);
            await AddRepeatedAsync(repeated, others, replaced, cancellationToken).ConfigureAwait(false);
            foreach (var movement in others)
            {
                await AddOtherAsync(movement, replaced, cancellationToken).ConfigureAwait(false);
            }

            await InsertAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Adds movements whose ids are those of others: there are banks that number all alike.</summary>
    private async Task AddRepeatedAsync(List<FileMovement> repeated, List<FileMovement> others, IReadOnlyDictionary<string, BankTransaction> replaced, CancellationToken cancellationToken)
    {
        if (repeated.Count == 0)
        {
            return;
        }

        var keys = repeated.ConvertAll(movement => StoredFitId.Tagged(movement.Id, movement.Movement, attempt: 0));
        var isInexact = await FindTakenAsync([.. keys.Distinct(StringComparer.Ordinal)], cancellationToken).ConfigureAwait(false);
        foreach (var (movement, key) in repeated.Zip(keys))
        {
            if (isInexact || _taken.Contains(key))
            {
                others.Add(movement);
            }
            else
            {
                warnings.Add($"The bank gave the id {BankRemarkText.Shown(movement.Id)} to different transactions; that of line {movement.Transaction.Line} is stored as {BankRemarkText.Shown(key)}.");
                Add(movement, key, replaced);
            }
        }

        await InsertAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Notes which ids are keys already.</summary>
    /// <returns>Whether the database takes one of the ids for another one.</returns>
    private async Task<bool> FindTakenAsync(string[] ids, CancellationToken cancellationToken)
    {
        var found = await save.Database.BankTransactions.Where(row => row.AccountId == account.Id && ids.Contains(row.FitId)).Select(row => row.FitId).ToListAsync(cancellationToken).ConfigureAwait(false);
        _taken.UnionWith(found);
        return found.Except(ids, StringComparer.Ordinal).Any();
    }

    /// <summary>Adds a movement whose id is taken, or may be.</summary>
    private async Task AddOtherAsync(FileMovement movement, IReadOnlyDictionary<string, BankTransaction> replaced, CancellationToken cancellationToken)
    {
        var key = movement.Id;
        for (var attempt = -1; _taken.Contains(key) || await IsTakenAsync(key, cancellationToken).ConfigureAwait(false); attempt++)
        {
            key = attempt < 0 && !_taken.Contains(movement.Id) ? StoredFitId.Tagged(movement.Id) : StoredFitId.Tagged(movement.Id, movement.Movement, Math.Max(attempt, 0));
        }

        if (key != movement.Id)
        {
            warnings.Add($"The database takes {movement.Id} for the id of another transaction; it is stored as {key}.");
        }

        Add(movement, key, replaced);
    }

    private async Task<bool> IsTakenAsync(string key, CancellationToken cancellationToken)
    {
        // What waits to be inserted must be there to be found.
        await InsertAsync(cancellationToken).ConfigureAwait(false);
        return await StoredFitId.IsTakenAsync(save.Database, account.Id, key, cancellationToken).ConfigureAwait(false);
    }

    private void Add(FileMovement movement, string key, IReadOnlyDictionary<string, BankTransaction> replaced)
    {
        var row = new BankTransaction { AccountId = account.Id, StatementId = statementId, FitId = key };
        if (replaced.GetValueOrDefault(movement.Id) is { } before)
        {
            (row.Description, row.Notes) = (before.Description, before.Notes);
        }

        fields.Write(movement.Transaction, row);
        flags.Apply(row);
        _new.Add(row);
        _keys.Add(key);
        _taken.Add(key);
    }

    private async Task InsertAsync(CancellationToken cancellationToken)
    {
        if (_new.Count > 0)
        {
            await save.InsertAsync(_new, cancellationToken).ConfigureAwait(false);
            _new.Clear();
        }
    }
}
