using System.Globalization;
using System.Text;
using BiweeklyBudget.Core.Storage.Streaming;
using MySqlConnector;

namespace BiweeklyBudget.Core.Storage.MySql;

/// <summary>Collects rows and inserts many by one prepared statement, which is what a server needs the least time for without a setting of its own.</summary>
internal sealed class MySqlRowBatch : IAsyncDisposable
{
    // A statement has room for 65,535 parameters and must fit in the smallest packet that servers take, 1 MiB.
    private const int ParametersAtMost = 2_000;
    private const int CharactersAtMost = 200_000;
    private readonly StoredTable _table;
    private readonly int _rowsAtMost;
    private readonly MySqlCommand _many;
    private readonly MySqlCommand _single;
    private readonly object[] _values;
    private int _rows;
    private int _characters;

    public MySqlRowBatch(MySqlConnection connection, StoredTable table)
    {
        _table = table;
        _rowsAtMost = Math.Clamp(ParametersAtMost / table.Columns.Count, 1, 200);
        _many = Insert(connection, table, _rowsAtMost);
        _single = Insert(connection, table, 1);
        _values = new object[_rowsAtMost * table.Columns.Count];
    }

    public async ValueTask AddAsync(StoredValue[] row, CancellationToken cancellationToken)
    {
        var first = _rows * row.Length;
        for (var i = 0; i < row.Length; i++)
        {
            _values[first + i] = ToParameter(i, row[i]);
        }

        _rows++;
        if (_rows == _rowsAtMost || _characters > CharactersAtMost)
        {
            await FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (_rows == _rowsAtMost && _characters <= CharactersAtMost)
            {
                await ExecuteAsync(_many, 0, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                for (var row = 0; row < _rows; row++)
                {
                    await ExecuteAsync(_single, row * _table.Columns.Count, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        catch (MySqlException exception) when (Reason(exception.ErrorCode) is { } reason)
        {
            throw new RowNotStorableException(_table.Name, reason, exception);
        }

        _rows = 0;
        _characters = 0;
    }

    public async ValueTask DisposeAsync()
    {
        await _many.DisposeAsync().ConfigureAwait(false);
        await _single.DisposeAsync().ConfigureAwait(false);
    }

    private static string? Reason(MySqlErrorCode code) => code switch
    {
        MySqlErrorCode.DuplicateKeyEntry => "two of them have a name or an id that counts as the same there",
        MySqlErrorCode.DataTooLong => "a text of theirs is too long",
        MySqlErrorCode.WarningDataOutOfRange => "a number of theirs is too large",
        MySqlErrorCode.TruncatedWrongValueForField or MySqlErrorCode.TruncatedWrongValue => "a text has characters that the table's character set has not, or a date is none",
        MySqlErrorCode.WarningDataTruncated => "a value of theirs is none of those that the column knows",
        MySqlErrorCode.ColumnCannotBeNull or MySqlErrorCode.NoDefaultForField => "a column there needs a value that they do not have",
        MySqlErrorCode.PacketTooLarge => "a row is larger than the server takes (max_allowed_packet)",
        _ => null,
    };

    private static MySqlCommand Insert(MySqlConnection connection, StoredTable table, int rows)
    {
        var text = new StringBuilder($"INSERT INTO {MySqlRows.Quote(table.Name)} ({string.Join(", ", table.Columns.Select(column => MySqlRows.Quote(column.Name)))}) VALUES ");
        var command = connection.CreateCommand();
        for (var i = 0; i < rows * table.Columns.Count; i++)
        {
            var column = i % table.Columns.Count;
            text.Append(column > 0 ? ", " : i == 0 ? "(" : "), (").Append(CultureInfo.InvariantCulture, $"@p{i}");
            command.Parameters.Add(new MySqlParameter { ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{i}") });
        }

#pragma warning disable CA2100 // Names of the program's own tables and columns.
        command.CommandText = text.Append(')').ToString();
#pragma warning restore CA2100
        return command;
    }

    private object ToParameter(int column, StoredValue value)
    {
        switch (value.Kind)
        {
            case StoredValueKind.Null:
                return DBNull.Value;
            case StoredValueKind.Integer or StoredValueKind.Decimal when _table.Columns[column].Kind == ColumnKind.Money:
                return value.ToMoney();
            case StoredValueKind.Integer:
                return value.Number;
            case StoredValueKind.Text:
                _characters += value.Text.Length;
                return value.Text;
            case StoredValueKind.Bytes:
                _characters += value.Bytes.Length;
                return value.Bytes;
            default:
                throw new RowNotStorableException(_table.Name, $"{_table.Columns[column].Name} holds a number that another program put there, which is no exact amount");
        }
    }

    private async Task ExecuteAsync(MySqlCommand command, int first, CancellationToken cancellationToken)
    {
        for (var i = 0; i < command.Parameters.Count; i++)
        {
            command.Parameters[i].Value = _values[first + i];
        }

        if (!command.IsPrepared)
        {
            await command.PrepareAsync(cancellationToken).ConfigureAwait(false);
        }

        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
