using System.Globalization;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Audit;

/// <summary>Walks the audit log from its first entry to its end, as many entries at a time as fit in little memory, and compares every hash.</summary>
/// <param name="database">A context that reads one state of the database.</param>
/// <param name="noted">Number and hash of an entry that somebody noted earlier; null for none.</param>
internal sealed class AuditVerifier(BudgetDbContext database, (long Id, string Hash)? noted)
{
    private const int AtOnce = 500;

    private long _entries;
    private long _changes;
    private string _hash = "";
    private bool _isNotedFound;

    /// <summary>A mark as it was written (<see cref="AuditCheck.Mark"/>); null when it is none.</summary>
    public static (long Id, string Hash)? MarkOf(string text) =>
        text.Split(':') is [var id, var hash] && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (number, hash.ToLowerInvariant()) : null;

    /// <summary>Walks it.</summary>
    public async Task<AuditCheck> RunAsync(CancellationToken cancellationToken)
    {
        var problem = await WalkAsync(cancellationToken).ConfigureAwait(false);
        return new AuditCheck { Entries = _entries, Changes = _changes, Mark = string.Create(CultureInfo.InvariantCulture, $"{_entries}:{_hash}"), Problem = problem };
    }

    private async Task<string?> WalkAsync(CancellationToken cancellationToken)
    {
        var replaced = await AuditReader.LastRestoreAsync(database, cancellationToken).ConfigureAwait(false);
        var head = await database.AuditHeads.AsNoTracking().SingleOrDefaultAsync(row => row.Id == AuditHead.OnlyId, cancellationToken).ConfigureAwait(false);
        for (var last = 0L; ;)
        {
            var after = last;
            var rows = await database.Audit.AsNoTracking().Where(row => row.Id > after).OrderBy(row => row.Id).Take(AtOnce).ToListAsync(cancellationToken).ConfigureAwait(false);
            foreach (var row in rows)
            {
                if (ProblemOf(row) is { } problem)
                {
                    return problem;
                }
            }

            if (await ProblemOfChangesAsync(rows.FindAll(row => row.ChangeId is not null && row.Id > replaced), cancellationToken).ConfigureAwait(false) is { } changed)
            {
                return changed;
            }

            if (rows.Count < AtOnce)
            {
                return ProblemOf(head);
            }

            last = rows[^1].Id;
        }
    }

    private string? ProblemOf(AuditRow row)
    {
        if (row.Id != _entries + 1)
        {
            return Say($"Entry {_entries + 1} is missing.");
        }

        if (!string.Equals(row.Hash, AuditHash.OfEntry(_hash, row), StringComparison.Ordinal))
        {
            return Say($"Entry {row.Id} is not as it was written, or one before it was replaced.");
        }

        if (noted is { } mark && mark.Id == row.Id)
        {
            _isNotedFound = true;
            if (!string.Equals(mark.Hash, row.Hash, StringComparison.Ordinal))
            {
                return Say($"Entry {row.Id} is not the one that was noted: the log up to there was written anew.");
            }
        }

        (_entries, _hash) = (row.Id, row.Hash);
        return null;
    }

    private string? ProblemOf(AuditHead? head) => (head, noted) switch
    {
        (null, _) when _entries > 0 => "The end of the log is not noted any more.",
        ({ } end, _) when end.Entries > _entries => Say($"The newest entries are missing: there were {end.Entries}, and there are {_entries}."),
        ({ } end, _) when end.Entries < _entries || !string.Equals(end.Hash, _hash, StringComparison.Ordinal) => "The newest entry is not the one that was written last.",
        (_, { } mark) when !_isNotedFound && mark.Id > 0 => Say($"Entry {mark.Id}, which was noted, is missing."),
        _ => null,
    };

    private async Task<string?> ProblemOfChangesAsync(List<AuditRow> entries, CancellationToken cancellationToken)
    {
        if (entries.Count == 0)
        {
            return null;
        }

        var ids = entries.ConvertAll(entry => entry.ChangeId!.Value);
        var changes = await database.Changes.AsNoTracking().Where(change => ids.Contains(change.Id)).ToDictionaryAsync(change => change.Id, cancellationToken).ConfigureAwait(false);
        var hashes = changes.ToDictionary(change => change.Key, change => AuditHash.BeginChange(change.Value));
        try
        {
            var rows = database.ChangedRows.AsNoTracking().Where(row => ids.Contains(row.ChangeId)).OrderBy(row => row.ChangeId).ThenBy(row => row.Number).AsAsyncEnumerable();
            await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                if (hashes.TryGetValue(row.ChangeId, out var hash))
                {
                    hash.Add(row);
                }
            }

            foreach (var entry in entries)
            {
                if (!hashes.TryGetValue(entry.ChangeId!.Value, out var hash))
                {
                    return Say($"Change {entry.ChangeId} of entry {entry.Id} is missing in the history.");
                }

                if (!string.Equals(hash.Text(), entry.ChangeHash, StringComparison.Ordinal))
                {
                    return Say($"Change {entry.ChangeId} of entry {entry.Id} is not as it was recorded.");
                }

                _changes++;
            }

            return null;
        }
        finally
        {
            foreach (var hash in hashes.Values)
            {
                hash.Dispose();
            }
        }
    }

    private static string Say(FormattableString text) => FormattableString.Invariant(text);
}
