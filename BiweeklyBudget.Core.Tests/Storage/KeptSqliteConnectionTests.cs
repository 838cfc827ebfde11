using System.Data;
using System.Globalization;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Sqlite;
using BiweeklyBudget.TestSupport;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BiweeklyBudget.Core.Tests.Storage;

/// <summary>Connections that rest when they are closed, with what they have compiled, and that never take anything unfinished into their rest.</summary>
public sealed class KeptSqliteConnectionTests : IAsyncLifetime
{
    private const string Insert = "INSERT INTO things (id, name) VALUES ($id, $name)";
    private const string Names = "SELECT name FROM things ORDER BY id";

    private string _path = "";
    private KeptSqliteConnections _kept = null!;
    private KeptSqliteConnection _connection = null!;

    public async Task InitializeAsync()
    {
        _path = Path.Combine(Directory.CreateTempSubdirectory("bbkept-").FullName, "kept.db");
        await using (var plain = new SqliteConnection($"Data Source={_path};Pooling=false"))
        {
            await plain.OpenAsync();
            await RunAsync(plain, "PRAGMA journal_mode=WAL; CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)");
        }

        _kept = KeptSqliteConnections.Of(_path);
        _connection = Opened();
    }

    public Task DisposeAsync()
    {
        _connection.Dispose();
        _kept.Close();
        Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task What_is_asked_again_is_compiled_once_and_the_file_stays_open()
    {
        var file = _connection.Handle;
        for (var id = 1; id <= 5; id++)
        {
            await InsertAsync(_connection, id, $"thing {id}");
            Assert.Equal(id, (await NamesAsync(_connection)).Count);
            _connection.Close();
            Assert.Equal(ConnectionState.Closed, _connection.State);
            _connection.Open();
        }

        Assert.Same(file, _connection.Handle);
        Assert.Equal([Insert, Names], Compiled().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_was_left_unfinished_is_taken_back_and_the_lock_is_let_go()
    {
        await RunAsync(_connection, "BEGIN IMMEDIATE");
        await InsertAsync(_connection, 1, "left");
        _connection.Close();
        await using (var other = Opened())
        {
            await InsertAsync(other, 2, "stored");
        }

        _connection.Open();
        Assert.Equal(["stored"], await NamesAsync(_connection));

        var transaction = _connection.BeginTransaction();
        await InsertAsync(_connection, 3, "left again");
        _connection.Close();
        _connection.Open();
        Assert.Equal(["stored"], await NamesAsync(_connection));
        Assert.Null(transaction.Connection);
    }

    [Fact]
    public async Task A_reader_that_nobody_closed_does_not_go_on()
    {
        await InsertAsync(_connection, 1, "one");
        await InsertAsync(_connection, 2, "two");
        var command = _connection.CreateCommand();
        command.CommandText = Names;
        var reader = await command.ExecuteReaderAsync();
        Assert.True(await reader.ReadAsync());
        _connection.Close();
        _connection.Open();
        Assert.ThrowsAny<Exception>(() => reader.Read());
        Assert.Equal(["one", "two"], await NamesAsync(_connection));
        await command.DisposeAsync();
        Assert.Equal(["one", "two"], await NamesAsync(_connection));
    }

    [Fact]
    public async Task The_same_may_be_asked_by_two_at_once()
    {
        await InsertAsync(_connection, 1, "one");
        await InsertAsync(_connection, 2, "two");
        await using var first = _connection.CreateCommand();
        await using var second = _connection.CreateCommand();
        (first.CommandText, second.CommandText) = (Names, Names);
        await using var ofFirst = await first.ExecuteReaderAsync();
        Assert.True(await ofFirst.ReadAsync());
        await using var ofSecond = await second.ExecuteReaderAsync();
        Assert.True(await ofSecond.ReadAsync());
        Assert.True(await ofFirst.ReadAsync());
        Assert.Equal(("two", "one"), (ofFirst.GetString(0), ofSecond.GetString(0)));
    }

    [Fact]
    public async Task What_failed_can_be_asked_again_and_keeps_nothing_of_what_it_was_given()
    {
        await InsertAsync(_connection, 1, "one");
        await Assert.ThrowsAsync<SqliteException>(() => InsertAsync(_connection, 2, "one"));
        await InsertAsync(_connection, 2, "two");
        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await using var command = _connection.CreateCommand();
            command.CommandText = Insert;
            command.Parameters.AddWithValue("$id", 3);
            await command.ExecuteNonQueryAsync();
        });
        Assert.Equal(["one", "two"], await NamesAsync(_connection));
    }

    [Fact]
    public async Task One_command_can_be_run_many_times_with_other_values_and_another_text()
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = Insert;
        var (id, name) = (command.Parameters.Add("$id", SqliteType.Integer), command.Parameters.Add("$name", SqliteType.Text));
        for (var i = 1; i <= 3; i++)
        {
            (id.Value, name.Value) = (i, $"thing {i}");
            Assert.Equal(1, await command.ExecuteNonQueryAsync());
        }

        command.CommandText = "SELECT COUNT(*) FROM things";
        command.Parameters.Clear();
        Assert.Equal(3L, await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task A_table_that_somebody_else_changes_is_read_as_it_is()
    {
        await InsertAsync(_connection, 1, "one");
        const string All = "SELECT * FROM things";
        Assert.Equal(2, await ColumnsAsync(All));
        await using (var other = Opened())
        {
            await RunAsync(other, "ALTER TABLE things ADD COLUMN more TEXT");
        }

        Assert.Equal(3, await ColumnsAsync(All));

        async Task<int> ColumnsAsync(string text)
        {
            await using var command = _connection.CreateCommand();
            command.CommandText = text;
            await using var reader = await command.ExecuteReaderAsync();
            Assert.True(await reader.ReadAsync());
            return reader.FieldCount;
        }
    }

    [Fact]
    public async Task No_more_is_kept_than_there_is_room_for_and_what_was_asked_last_is()
    {
        for (var i = 0; i < 200; i++)
        {
            await RunAsync(_connection, string.Create(CultureInfo.InvariantCulture, $"SELECT {i}"));
            await NamesAsync(_connection);
        }

        await RunAsync(_connection, "SELECT '" + new string('x', 10_000) + "'");
        var compiled = Compiled();
        Assert.InRange(compiled.Count, 32, 64);
        Assert.Contains(Names, compiled);
        Assert.Contains("SELECT 199", compiled);
        Assert.DoesNotContain("SELECT 0", compiled);
    }

    [Fact]
    public async Task Files_are_closed_when_they_rest_for_long_or_at_a_word_and_never_in_use()
    {
        Assert.False(_connection.TryCloseResting(rest: 0));
        _connection.Close();
        Assert.False(_connection.TryCloseResting(rest: 3_600_000));
        Assert.NotNull(_connection.Handle);
        Assert.True(_connection.TryCloseResting(rest: 0));
        Assert.Null(_connection.Handle);

        await using var other = Opened();
        other.Close();
        _connection.Open();
        _kept.Close();
        Assert.Null(other.Handle);
        Assert.Empty(await NamesAsync(_connection));
        _connection.Close();
        Assert.Null(_connection.Handle);
    }

    [Fact]
    public async Task An_engine_closes_its_connections_at_a_word_and_goes_on()
    {
        await using var database = await TestDatabase.CreatedAsync(DatabaseEngine.Sqlite);
        var engine = await BudgetEngine.OpenAsync(database.Url);
        var path = database.Connection.Description;
        await ReadAsync(engine);
        Assert.True(File.Exists(path + "-wal"));
        engine.CloseConnections();

        // The last connection that is closed puts the log away.
        Assert.False(File.Exists(path + "-wal"));
        await ReadAsync(engine);

        static async Task ReadAsync(BudgetEngine engine)
        {
            await using var book = engine.OpenBook();
            Assert.Null(await book.Transactions.FindAsync(1));
        }
    }

    private KeptSqliteConnection Opened()
    {
        var connection = new KeptSqliteConnection($"Data Source={_path};Pooling=false", _kept);
        connection.Open();
        connection.Handle!.enable_sqlite3_next_stmt(true);
        return connection;
    }

    private List<string> Compiled()
    {
        var texts = new List<string>();
        for (var statement = raw.sqlite3_next_stmt(_connection.Handle, null); statement is not null; statement = raw.sqlite3_next_stmt(_connection.Handle, statement))
        {
            texts.Add(raw.sqlite3_sql(statement).utf8_to_string());
        }

        return texts;
    }

    private static async Task InsertAsync(SqliteConnection connection, int id, string name)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Insert;
        command.Parameters.AddWithValue("$id", id);
        command.Parameters.AddWithValue("$name", name);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<List<string>> NamesAsync(SqliteConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Names;
        await using var reader = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private static async Task RunAsync(SqliteConnection connection, string text)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = text;
        await command.ExecuteNonQueryAsync();
    }
}
