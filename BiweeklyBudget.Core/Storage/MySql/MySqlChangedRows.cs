using System.Text;
using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Storage.MySql;

/// <summary>Adds rows to the record of changes: one INSERT of many rows.</summary>
internal static class MySqlChangedRows
{
    private const int Columns = 5;

    /// <summary>The statement for rows of the change that the running transaction wrote last; their values are added to those of the command.</summary>
    public static string Insert(IReadOnlyList<ChangedRow> rows, List<object?> values)
    {
        var text = new StringBuilder("INSERT INTO bb_changed_rows (change_id, number, table_name, row_key, `before`, `after`) VALUES ");
        foreach (var row in rows)
        {
            // Only places of parameters are put together here; every value is a parameter. The table has no numbers of its own, so the last id stays that of the change.
            text.Append("(LAST_INSERT_ID()");
            for (var parameter = values.Count; parameter < values.Count + Columns; parameter++)
            {
                text.Append(", {").Append(parameter).Append('}');
            }

            text.Append("), ");
            values.AddRange([row.Number, row.TableName, row.RowKey, row.Before, row.After]);
        }

        text.Length -= 2;
        return text.ToString();
    }
}
