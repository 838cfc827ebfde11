using BiweeklyBudget.Core.Changes;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tables;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Audit;

/// <summary>Reads the audit log.</summary>
internal sealed class AuditReader(BudgetDbContext database)
{
    /// <summary>The entries of a page, the latest first, with four SQL statements.</summary>
    public async Task<TablePage<AuditEntry>> ListAsync(AuditFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        var total = await database.Audit.CountAsync(cancellationToken).ConfigureAwait(false);
        var replaced = await LastRestoreAsync(database, cancellationToken).ConfigureAwait(false);
        var found = Find(filter, replaced);
        var filtered = await found.CountAsync(cancellationToken).ConfigureAwait(false);
        var rows = await found.OrderByDescending(row => row.Id).Skip(skip).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false);
        return new TablePage<AuditEntry>(total, filtered, rows.ConvertAll(row => ToEntry(row, replaced)));
    }

    /// <summary>Number of the last entry of a restore that was done, which replaced the record of changes; 0 when there is none.</summary>
    public static async Task<long> LastRestoreAsync(BudgetDbContext database, CancellationToken cancellationToken)
    {
        var restore = AuditWords.Of(AuditKind.Restore);
        return await database.Audit.Where(row => row.Kind == restore && row.Details != AuditWords.Begun).MaxAsync(row => (long?)row.Id, cancellationToken).ConfigureAwait(false) ?? 0;
    }

    private IQueryable<AuditRow> Find(AuditFilter filter, long replaced)
    {
        var found = database.Audit.AsNoTracking();
        if (filter.From is { } from)
        {
            found = found.Where(row => row.At >= from);
        }

        if (filter.To is { } to)
        {
            found = found.Where(row => row.At < to);
        }

        if (filter.Who is { } who)
        {
            found = found.Where(row => row.Who == who);
        }

        if (filter.Kind is { } kind)
        {
            var text = AuditWords.Of(kind);
            found = found.Where(row => row.Kind == text);
        }

        if (filter.Record is { } record)
        {
            var changes = new ChangeReader(database).ChangesOf(record);
            found = found.Where(row => row.Id > replaced && row.ChangeId != null && changes.Contains(row.ChangeId.Value));
        }

        return found;
    }

    private static AuditEntry ToEntry(AuditRow row, long replaced) => new()
    {
        Id = row.Id,
        At = row.At,
        Who = row.Who,
        Place = row.Place,
        Kind = AuditWords.Of(row.Kind),
        Subject = row.Subject,
        Details = row.Details,
        ChangeId = row.Id > replaced ? row.ChangeId : null,
    };
}
