using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Storage.MySql;

/// <summary>Reads a <see cref="WriteMark"/>: the server knows in which second a table was last written.</summary>
internal static class MySqlWriteMark
{
    // Plain rows: gathered into one by the server, they took it five times as long.
    private const string Statement =
        $"""
        SELECT TABLE_NAME, UPDATE_TIME, CREATE_TIME, NOW(6), (SELECT COUNT(*) FROM bb_changes WHERE id > @floor), (SELECT MAX(id) FROM bb_changes WHERE id > @floor), {HouseholdKeys.LastChange}
        FROM information_schema.TABLES
        WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME IN ('transactions', 'budget_transactions', 'txn_reconciles', 'ofx_trans')
        """;

    // Of a table the server tells when it was last written, to the second, and of any state.
    private static readonly TimeSpan Exactness = TimeSpan.FromSeconds(1);

    /// <summary>Reads it with one statement. It is settled if all that it knows of was written before the state began that is read.</summary>
    /// <param name="database">A context that reads.</param>
    /// <param name="floor">Saves up to this number are left out.</param>
    /// <param name="read">For how long the state has been read.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public static async Task<WriteMark> ReadAsync(MySqlBudgetDbContext database, long floor, TimeSpan read, CancellationToken cancellationToken)
    {
        var command = database.Database.GetDbConnection().CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = Statement;
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@floor";
            parameter.Value = floor;
            command.Parameters.Add(parameter);
            database.Begin(command);
            var mark = new WriteMark(0, 0, "", IsSettled: true, 0);
            var writes = new StringBuilder();
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            database.NoteAnswer();
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    var began = reader.GetDateTime(3) - read - Exactness;
                    var written = reader.IsDBNull(1) ? (DateTime?)null : reader.GetDateTime(1);
                    var created = reader.IsDBNull(2) ? (DateTime?)null : reader.GetDateTime(2);
                    writes.Append(CultureInfo.InvariantCulture, $"{reader.GetString(0)} {written?.Ticks} {created?.Ticks};");
                    mark = new WriteMark(
                        reader.GetInt32(4),
                        reader.IsDBNull(5) ? 0 : reader.GetInt64(5),
                        "",
                        mark.IsSettled && !(written > began) && !(created > began),
                        reader.IsDBNull(6) ? 0 : reader.GetInt64(6));
                }
            }

            return mark with { Writes = writes.ToString() };
        }
    }
}
