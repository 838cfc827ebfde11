using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Statements.Ofx;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Statements;

/// <summary>
/// Adds and updates an account's bank transactions by their ids (spec/bank-data.md §2.2), a few hundred in each statement of SQL.
/// The account must be locked.
/// </summary>
/// <param name="save">The import.</param>
/// <param name="account">The account.</param>
/// <param name="statementId">The statement that they come from.</param>
/// <param name="warnings">Told of what the user should know.</param>
internal sealed class BankTransactionWriter(RunningSave save, Account account, int statementId, ImportWarnings warnings)
{
    /// <summary>Rows that are asked for at once.</summary>
    public const int Batch = 500;

    private readonly BankTransactionFields _fields = new(account, warnings);
    private readonly BankTransactionFlags _flags = new(account);
    private readonly List<string> _added = [];
    private readonly List<EarlierRow> _earlier = [];
    private readonly List<BankTransaction> _new = [];

    /// <summary>Keys of the rows that were added.</summary>
    public IReadOnlyList<string> Added => _added;

    /// <summary>What the rows were that the account had already.</summary>
    public IReadOnlyList<EarlierRow> Earlier => _earlier;

    /// <summary>Writes transactions with different ids.</summary>
    public async Task WriteAsync(IReadOnlyList<OfxTransaction> transactions, CancellationToken cancellationToken)
    {
        var doubtful = StoredFitId.Doubtful(transactions.Select(t => t.FitId));
        foreach (var batch in transactions.Chunk(Batch))
        {
            await WriteAsync(batch, doubtful, cancellationToken).ConfigureAwait(false);
        }

        warnings.AddRange(_flags.Problems);
    }

    private async Task WriteAsync(OfxTransaction[] batch, HashSet<string> doubtful, CancellationToken cancellationToken)
    {
        var rows = await FindAsync([.. batch.Select(t => t.FitId)], cancellationToken).ConfigureAwait(false);

        // A row that nobody asked for was found because the database takes its id for one of ours.
        var isInexact = rows.Count > 0 && rows.Keys.Except(batch.Select(t => t.FitId)).Any();
        var later = new List<OfxTransaction>();
        foreach (var transaction in batch)
        {
            if (rows.TryGetValue(transaction.FitId, out var row))
            {
                Update(transaction, row);
            }
            else if (isInexact || doubtful.Contains(transaction.FitId))
            {
                later.Add(transaction);
            }
            else
            {
                Add(transaction, transaction.FitId);
            }
        }

        await SaveAsync([.. rows.Keys.Intersect(batch.Select(t => t.FitId))], cancellationToken).ConfigureAwait(false);
        foreach (var transaction in later)
        {
            await WriteDoubtfulAsync(transaction, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task WriteDoubtfulAsync(OfxTransaction transaction, CancellationToken cancellationToken)
    {
        var key = await StoredFitId.ForNewAsync(save.Database, account.Id, transaction.FitId, cancellationToken).ConfigureAwait(false);
        if ((await FindAsync([key], cancellationToken).ConfigureAwait(false)).TryGetValue(key, out var row))
        {
            Update(transaction, row);
            await SaveAsync([key], cancellationToken).ConfigureAwait(false);
            return;
        }

        if (key != transaction.FitId)
        {
            warnings.Add($"The database takes {transaction.FitId} for the id of another transaction; it is stored as {key}.");
        }

        Add(transaction, key);
        await SaveAsync([], cancellationToken).ConfigureAwait(false);
    }

    private Task<Dictionary<string, BankTransaction>> FindAsync(string[] keys, CancellationToken cancellationToken) =>
        save.Database.BankTransactions.Where(row => row.AccountId == account.Id && keys.Contains(row.FitId)).ToDictionaryAsync(row => row.FitId, StringComparer.Ordinal, cancellationToken);

    private void Add(OfxTransaction transaction, string key)
    {
        var row = new BankTransaction { AccountId = account.Id, StatementId = statementId, FitId = key };
        _fields.Write(transaction, row);
        _flags.Apply(row);
        _new.Add(row);
        _added.Add(key);
    }

    private void Update(OfxTransaction transaction, BankTransaction row)
    {
        var before = EarlierRow.Of(row);
        _fields.Write(transaction, row);
        _flags.Apply(row);
        _earlier.Add(before.ButFor(row));
    }

    /// <summary>The statement is moved for all known rows at once; most of them change in nothing else.</summary>
    private async Task SaveAsync(string[] known, CancellationToken cancellationToken)
    {
        await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        save.Database.ChangeTracker.Clear();
        await save.InsertAsync(_new, cancellationToken).ConfigureAwait(false);
        _new.Clear();
        if (known.Length > 0)
        {
            await save.UpdateAsync(save.Database.BankTransactions.Where(row => row.AccountId == account.Id && known.Contains(row.FitId)), row => row.StatementId, statementId, cancellationToken).ConfigureAwait(false);
        }
    }
}
