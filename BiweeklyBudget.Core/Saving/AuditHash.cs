using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Saving;

/// <summary>The hashes of the audit log (docs/adr/0043): SHA-256 over JSON arrays, in which no two contents read alike.</summary>
internal sealed class AuditHash : IDisposable
{
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBufferWriter<byte> _bytes = new(512);

    private AuditHash()
    {
    }

    /// <summary>The hash of an entry: of that of the entry before it (empty for the first one) and of all that it says.</summary>
    public static string OfEntry(string before, AuditRow row)
    {
        using var hash = new AuditHash();
        hash.Add(json =>
        {
            json.WriteStringValue(before);
            json.WriteNumberValue(row.Id);
            json.WriteStringValue(row.At.ToString(Instant, CultureInfo.InvariantCulture));
            json.WriteStringValue(row.Who);
            json.WriteStringValue(row.Place);
            json.WriteStringValue(row.Kind);
            json.WriteStringValue(row.Subject);
            json.WriteStringValue(row.Details);
            WriteNumber(json, row.ChangeId);
            json.WriteStringValue(row.ChangeHash);
        });
        return hash.Text();
    }

    /// <summary>The hash of a change that has been written.</summary>
    public static string OfChange(Change change)
    {
        using var hash = BeginChange(change);
        foreach (var row in change.Rows)
        {
            hash.Add(row);
        }

        return hash.Text();
    }

    /// <summary>Begins the hash of a change; its rows follow in their order.</summary>
    public static AuditHash BeginChange(Change change)
    {
        var hash = new AuditHash();
        hash.Add(json =>
        {
            json.WriteStringValue(change.At.ToString(Instant, CultureInfo.InvariantCulture));
            json.WriteStringValue(change.Who);
            json.WriteStringValue(change.Operation);
            WriteNumber(json, change.UndoneChangeId);
        });
        return hash;
    }

    /// <summary>Adds a row of the change.</summary>
    public void Add(ChangedRow row) => Add(json =>
    {
        json.WriteNumberValue(row.Number);
        json.WriteStringValue(row.TableName);
        json.WriteStringValue(row.RowKey);
        json.WriteStringValue(row.Before);
        json.WriteStringValue(row.After);
    });

    /// <summary>The hash, 64 hexadecimal digits.</summary>
    public string Text() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public void Dispose() => _hash.Dispose();

    private static void WriteNumber(Utf8JsonWriter json, long? number)
    {
        if (number is { } value)
        {
            json.WriteNumberValue(value);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private void Add(Action<Utf8JsonWriter> write)
    {
        _bytes.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_bytes))
        {
            json.WriteStartArray();
            write(json);
            json.WriteEndArray();
        }

        _hash.AppendData(_bytes.WrittenSpan);
    }
}
