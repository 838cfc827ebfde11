using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Storage;

/// <summary>
/// Stores the record of a save at the save's end: in one round trip, unless it changed many rows. EF's own way would be two, and would track every row.
/// </summary>
internal static class ChangeWriter
{
    private const string InsertChange = "INSERT INTO bb_changes (at, who, operation, undone_change_id) VALUES ({0}, {1}, {2}, {3});\n";

    // What an everyday save changes; for more, further turns to the server are the smaller part.
    private const int Few = 20;

    /// <summary>Stores a change with its rows.</summary>
    /// <param name="database">The context of the save, in its transaction.</param>
    /// <param name="change">The change; its id is not known.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>The change's id.</returns>
    public static async Task<long> WriteAsync(BudgetDbContext database, Change change, CancellationToken cancellationToken)
    {
        List<object?> values = [change.At, change.Who, change.Operation, change.UndoneChangeId];
        var isShort = change.Rows.Count is > 0 and <= Few;
        var text = (isShort ? InsertChange + database.InsertChangedRows((IReadOnlyList<ChangedRow>)change.Rows, values) + ";\n" : InsertChange) + database.LastChangeQuery;
        var id = (await OwnStatement.ReadAsync(database, text, values!, row => row.GetInt64(0), cancellationToken).ConfigureAwait(false))[0];
        if (isShort || change.Rows.Count == 0)
        {
            return id;
        }

        foreach (var row in change.Rows)
        {
            row.ChangeId = id;
        }

        await database.InsertAsync(BulkTable.Of<ChangedRow>(database), (IReadOnlyList<object>)change.Rows, cancellationToken).ConfigureAwait(false);
        return id;
    }
}
