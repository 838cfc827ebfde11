using System.Globalization;
using Microsoft.Data.Sqlite;

namespace BiweeklyBudget.Core.Storage.Sqlite;

/// <summary>Reads a <see cref="WriteMark"/>: every commit is appended to the file beside the database, or begins it anew.</summary>
internal static class SqliteWriteMark
{
    private const string Statement = $"SELECT COUNT(*), COALESCE(MAX(id), 0), COALESCE({HouseholdKeys.LastChange}, 0) FROM bb_changes WHERE id > @floor";

    /// <summary>
    /// Reads it with one statement. The file is looked at before the state begins that is read: looked at later, it may have in it what somebody wrote meanwhile and the state has not, and what is
    /// kept of that state would pass for the newer one.
    /// </summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="floor">Saves up to this number are left out.</param>
    /// <param name="writesBefore">What <see cref="WritesOf"/> said before; null when no state is being read.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public static async Task<WriteMark> ReadAsync(SqliteConnection connection, long floor, string? writesBefore, CancellationToken cancellationToken)
    {
        var writes = writesBefore ?? WritesOf(connection.DataSource);
        var command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = Statement;
            command.Parameters.AddWithValue("@floor", floor);
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                return new WriteMark(reader.GetInt32(0), reader.GetInt64(1), writes, IsSettled: true, reader.GetInt64(2));
            }
        }
    }

    /// <summary>How the file stands. A checkpoint writes to the database itself and changes nothing; so it counts only while there is no log beside it.</summary>
    /// <param name="path">The database's file.</param>
    public static string WritesOf(string path)
    {
        var log = new FileInfo(path + "-wal");
        var file = log.Exists ? log : new FileInfo(path);
        return file.Exists ? string.Create(CultureInfo.InvariantCulture, $"{log.Exists} {file.LastWriteTimeUtc.Ticks} {file.Length}") : "";
    }
}
