using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace BiweeklyBudget.Core.Storage;

/// <summary>A table whose rows the record of changes keeps: how a row of it is written down and read back, on both engines alike.</summary>
internal sealed class RecordedTable
{
    // A secret stands in its own row and nowhere else. Taking a change back leaves it as it is stored.
    private static readonly HashSet<(string Table, string Column)> Secrets = [("accounts", "vault_creds_path"), ("plaid_items", "access_token")];

    // The record is read by programs; nothing of it goes into a page as it is.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    // Each thread keeps what it writes with: an import writes thousands of rows.
    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Bytes, Utf8JsonWriter Json)? _writing;

    private readonly RecordedColumn[] _key;

    private RecordedTable(IEntityType type, string name)
    {
        Type = type;
        Name = name;
        var order = type.ClrType.GetProperties().Select((property, index) => (property.Name, index)).ToDictionary(property => property.Name, property => property.index, StringComparer.Ordinal);
        var columns = type.GetProperties().OrderBy(property => order[property.Name]).Select(property => new RecordedColumn(property.GetColumnName(), JsonEncodedText.Encode(property.GetColumnName()), property)).ToList();
        Columns = columns.FindAll(column => !Secrets.Contains((name, column.Name)));
        _key = [.. type.FindPrimaryKey()!.Properties.Select(part => columns.Find(column => column.Property == part)!)];
        if (type.ClrType == typeof(TransactionSplit))
        {
            _key = [columns.Find(column => column.Property.Name == nameof(TransactionSplit.TransactionId))!, .. _key];
        }
    }

    /// <summary>The table's name.</summary>
    public string Name { get; }

    /// <summary>Its rows.</summary>
    public IEntityType Type { get; }

    /// <summary>The columns that are kept, in the table's order: all but secrets.</summary>
    public IReadOnlyList<RecordedColumn> Columns { get; }

    /// <summary>How the rows of a type are kept; null for those of bookkeeping, which are not.</summary>
    public static RecordedTable? Of(IEntityType type) =>
        type.GetTableName() is { } name && !name.StartsWith("bb_", StringComparison.Ordinal) && type.ClrType != typeof(UpstreamRevision) ? new RecordedTable(type, name) : null;

    /// <summary>The key of a row (<see cref="ChangedRow.RowKey"/>).</summary>
    public string KeyOf(object row) => KeyOf(column => column.Of(row));

    /// <summary>The key of a row (<see cref="ChangedRow.RowKey"/>).</summary>
    /// <param name="value">The stored value of a column.</param>
    public string KeyOf(Func<RecordedColumn, object?> value)
    {
        var key = Convert.ToString(value(_key[0]), CultureInfo.InvariantCulture)!;
        for (var part = 1; part < _key.Length; part++)
        {
            key = string.Create(CultureInfo.InvariantCulture, $"{key}\n{value(_key[part])}");
        }

        return key;
    }

    /// <summary>A row written down.</summary>
    public string Write(object row) => Write(column => column.Of(row));

    /// <summary>A row written down.</summary>
    /// <param name="value">The stored value of a column.</param>
    public string Write(Func<RecordedColumn, object?> value)
    {
        var (bytes, json) = _writing ??= Writing();
        bytes.ResetWrittenCount();
        json.Reset();
        json.WriteStartObject();
        foreach (var column in Columns)
        {
            RecordedValue.Write(json, column.Json, value(column));
        }

        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>A row read back. A column that was not there when it was written is left out.</summary>
    public IReadOnlyDictionary<RecordedColumn, object?> Read(string written)
    {
        using var json = JsonDocument.Parse(written);
        var values = new Dictionary<RecordedColumn, object?>();
        foreach (var column in Columns)
        {
            if (json.RootElement.TryGetProperty(column.Json.EncodedUtf8Bytes, out var value))
            {
                values[column] = RecordedValue.Read(value, column.Property.ClrType);
            }
        }

        return values;
    }

    private static (ArrayBufferWriter<byte> Bytes, Utf8JsonWriter Json) Writing()
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        return (bytes, new Utf8JsonWriter(bytes, Options));
    }
}
