using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using BiweeklyBudget.Core.Storage.Streaming;

namespace BiweeklyBudget.Core.Storage.Backup;

/// <summary>Counts the rows of a table, adds its money up and sums up every value in a digest that does not depend on the order of the rows: engines sort differently.</summary>
internal sealed class TableTally(StoredTable table)
{
    private readonly ArrayBufferWriter<byte> _row = new(1024);
    private readonly byte[] _hash = new byte[SHA256.HashSizeInBytes];
    private readonly Int128[] _tenThousandths = new Int128[table.Columns.Count];
    private readonly decimal[] _others = new decimal[table.Columns.Count];
    private UInt128 _digest;
    private long _rows;

    /// <summary>Adds a row.</summary>
    /// <returns>Its bytes, until the next.</returns>
    public ReadOnlyMemory<byte> Add(StoredValue[] row)
    {
        _row.ResetWrittenCount();
        RowCodec.Encode(_row, row);
        SHA256.HashData(_row.WrittenSpan, _hash);
        _digest = unchecked(_digest + BinaryPrimitives.ReadUInt128LittleEndian(_hash));
        _rows++;
        for (var i = 0; i < row.Length; i++)
        {
            if (table.Columns[i].Kind == ColumnKind.Money)
            {
                AddMoney(i, row[i]);
            }
        }

        return _row.WrittenMemory;
    }

    /// <summary>What was added.</summary>
    public BackupTable ToTable() =>
        new(table.Name, _rows, Enumerable.Range(0, table.Columns.Count).Where(i => table.Columns[i].Kind == ColumnKind.Money).ToDictionary(i => table.Columns[i].Name, i => ((decimal)_tenThousandths[i] / 10_000m) + _others[i], StringComparer.Ordinal), _digest.ToString("X32", CultureInfo.InvariantCulture));

    /// <summary>Whether two tallies are of the same rows.</summary>
    public static bool AreEqual(BackupTable one, BackupTable other) =>
        one.Name == other.Name && one.Rows == other.Rows && one.Digest == other.Digest && one.Sums.Count == other.Sums.Count
        && one.Sums.All(sum => other.Sums.TryGetValue(sum.Key, out var value) && value == sum.Value);

    private void AddMoney(int column, StoredValue value)
    {
        if (value.Kind == StoredValueKind.Integer)
        {
            _tenThousandths[column] += value.Number;
        }
        else if (value.Kind == StoredValueKind.Decimal)
        {
            _others[column] += value.ToMoney();
        }
    }
}
