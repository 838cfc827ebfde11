using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Storage.MySql;

/// <summary>Reads a <see cref="WriteMark"/>: the server knows in which second a table was last written.</summary>
internal static class MySqlWriteMark
{
    private const string Statement =
        """
        SELECT saved.number, saved.newest, written.marks, written.is_settled FROM (
            SELECT COUNT(*) AS number, COALESCE(MAX(id), 0) AS newest FROM bb_changes WHERE id > @floor) AS saved, (
            SELECT GROUP_CONCAT(CONCAT_WS('/', TABLE_NAME, UPDATE_TIME, CREATE_TIME) ORDER BY TABLE_NAME) AS marks,
                MAX(GREATEST(COALESCE(UPDATE_TIME, CREATE_TIME), CREATE_TIME)) < NOW() AS is_settled
            FROM information_schema.TABLES
            WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME IN ('transactions', 'budget_transactions', 'txn_reconciles', 'ofx_trans')) AS written
        """;

    /// <summary>Reads it with one statement.</summary>
    public static async Task<WriteMark> ReadAsync(MySqlBudgetDbContext database, long floor, CancellationToken cancellationToken)
    {
        var command = database.Database.GetDbConnection().CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = Statement;
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@floor";
            parameter.Value = floor;
            command.Parameters.Add(parameter);
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                return new WriteMark(
                    Convert.ToInt32(reader.GetValue(0), CultureInfo.InvariantCulture),
                    Convert.ToInt64(reader.GetValue(1), CultureInfo.InvariantCulture),
                    reader.IsDBNull(2) ? "" : reader.GetString(2),
                    !reader.IsDBNull(3) && Convert.ToBoolean(reader.GetValue(3), CultureInfo.InvariantCulture));
            }
        }
    }
}
