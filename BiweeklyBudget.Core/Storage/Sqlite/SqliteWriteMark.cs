using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Storage.Sqlite;

/// <summary>Reads a <see cref="WriteMark"/>: every commit is appended to the file beside the database, or begins it anew.</summary>
internal static class SqliteWriteMark
{
    private const string Statement = "SELECT COUNT(*), COALESCE(MAX(id), 0) FROM bb_changes WHERE id > @floor";

    /// <summary>Reads it with one statement and a look at the file.</summary>
    public static async Task<WriteMark> ReadAsync(SqliteBudgetDbContext database, long floor, CancellationToken cancellationToken)
    {
        var connection = (SqliteConnection)database.Database.GetDbConnection();
        var command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = Statement;
            command.Parameters.AddWithValue("@floor", floor);
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                return new WriteMark(reader.GetInt32(0), reader.GetInt64(1), Writes(connection.DataSource), IsSettled: true);
            }
        }
    }

    // A checkpoint writes to the database itself and changes nothing; so it counts only while there is no log beside it.
    private static string Writes(string path)
    {
        var log = new FileInfo(path + "-wal");
        var file = log.Exists ? log : new FileInfo(path);
        return file.Exists ? string.Create(CultureInfo.InvariantCulture, $"{log.Exists} {file.LastWriteTimeUtc.Ticks} {file.Length}") : "";
    }
}
