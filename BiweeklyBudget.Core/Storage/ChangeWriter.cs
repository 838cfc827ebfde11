using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Storage;

/// <summary>
/// Stores the record of a save at the save's end: in one round trip, however many rows it changed, up to a few thousand. EF's own way would be two, and would track every row.
/// </summary>
internal static class ChangeWriter
{
    private const string InsertChange = "INSERT INTO bb_changes (at, who, operation, undone_change_id) VALUES ({0}, {1}, {2}, {3});\n";

    // Far below the largest packet that a server takes.
    private const int MostRows = 4_000, MostCharacters = 2_000_000;

    /// <summary>Stores a change with its rows.</summary>
    /// <param name="database">The context of the save, in its transaction.</param>
    /// <param name="change">The change; its id is not known.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public static async Task WriteAsync(BudgetDbContext database, Change change, CancellationToken cancellationToken)
    {
        var text = InsertChange;
        List<object?> values = [change.At, change.Who, change.Operation, change.UndoneChangeId];
        foreach (var rows in Parts(change.Rows))
        {
            text += database.InsertChangedRows(rows, values);
            await ExecuteAsync().ConfigureAwait(false);
        }

        if (text.Length > 0)
        {
            await ExecuteAsync().ConfigureAwait(false);
        }

        async Task ExecuteAsync()
        {
            await database.Database.ExecuteSqlRawAsync(text, values!, cancellationToken).ConfigureAwait(false);
            text = "";
            values.Clear();
        }
    }

    /// <summary>The id of the change that the running transaction wrote last.</summary>
    public static async Task<long> LastIdAsync(BudgetDbContext database, CancellationToken cancellationToken) =>
        (await database.Database.SqlQueryRaw<long>(database.LastChangeQuery).ToListAsync(cancellationToken).ConfigureAwait(false))[0];

    private static IEnumerable<IReadOnlyList<ChangedRow>> Parts(IEnumerable<ChangedRow> rows)
    {
        var part = new List<ChangedRow>();
        var characters = 0;
        foreach (var row in rows)
        {
            var size = (row.Before?.Length ?? 0) + (row.After?.Length ?? 0);
            if (part.Count == MostRows || (part.Count > 0 && characters + size > MostCharacters))
            {
                yield return part;
                (part, characters) = ([], 0);
            }

            part.Add(row);
            characters += size;
        }

        if (part.Count > 0)
        {
            yield return part;
        }
    }
}
