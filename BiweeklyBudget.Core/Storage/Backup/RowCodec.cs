using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using BiweeklyBudget.Core.Storage.Streaming;

namespace BiweeklyBudget.Core.Storage.Backup;

/// <summary>A row as bytes: each value's kind, then the value. One row has one form, so that forms can be compared in the place of rows.</summary>
internal static class RowCodec
{
    private const int LongestNumber = 10;

    public static void Encode(IBufferWriter<byte> output, ReadOnlySpan<StoredValue> row)
    {
        foreach (var value in row)
        {
            Write(output, (byte)value.Kind);
            switch (value.Kind)
            {
                case StoredValueKind.Integer:
                    // Small numbers are short, whatever their sign.
                    WriteNumber(output, (ulong)((value.Number << 1) ^ (value.Number >> 63)));
                    break;
                case StoredValueKind.Text or StoredValueKind.Decimal:
                    var length = Encoding.UTF8.GetByteCount(value.Text);
                    WriteNumber(output, (ulong)length);
                    output.Advance(Encoding.UTF8.GetBytes(value.Text, output.GetSpan(length)));
                    break;
                case StoredValueKind.Bytes:
                    WriteNumber(output, (ulong)value.Bytes.Length);
                    output.Write(value.Bytes);
                    break;
                case StoredValueKind.Real:
                    BinaryPrimitives.WriteInt64LittleEndian(output.GetSpan(sizeof(long)), value.Number);
                    output.Advance(sizeof(long));
                    break;
            }
        }
    }

    /// <exception cref="InvalidDataException">The bytes are not a row of so many values.</exception>
    public static void Decode(ReadOnlySpan<byte> bytes, StoredValue[] row)
    {
        for (var i = 0; i < row.Length; i++)
        {
            var kind = (StoredValueKind)Take(ref bytes, 1)[0];
            row[i] = kind switch
            {
                StoredValueKind.Null => StoredValue.Null,
                StoredValueKind.Integer => StoredValue.OfInteger(Signed(ReadNumber(ref bytes))),
                StoredValueKind.Text => StoredValue.OfText(Encoding.UTF8.GetString(TakeCounted(ref bytes))),
                StoredValueKind.Decimal => StoredValue.OfDecimal(Encoding.UTF8.GetString(TakeCounted(ref bytes))),
                StoredValueKind.Bytes => StoredValue.OfBytes(TakeCounted(ref bytes).ToArray()),
                StoredValueKind.Real => StoredValue.OfBits(BinaryPrimitives.ReadInt64LittleEndian(Take(ref bytes, sizeof(long)))),
                _ => throw new InvalidDataException("A value of an unknown kind."),
            };
        }

        if (!bytes.IsEmpty)
        {
            throw new InvalidDataException("More than a row.");
        }
    }

    private static long Signed(ulong number) => (long)(number >> 1) ^ -(long)(number & 1);

    private static void Write(IBufferWriter<byte> output, byte value)
    {
        output.GetSpan(1)[0] = value;
        output.Advance(1);
    }

    private static void WriteNumber(IBufferWriter<byte> output, ulong number)
    {
        var span = output.GetSpan(LongestNumber);
        var length = 0;
        for (; number >= 0x80; number >>= 7)
        {
            span[length++] = (byte)(number | 0x80);
        }

        span[length++] = (byte)number;
        output.Advance(length);
    }

    private static ulong ReadNumber(ref ReadOnlySpan<byte> bytes)
    {
        ulong number = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = Take(ref bytes, 1)[0];
            number |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return number;
            }
        }

        throw new InvalidDataException("A number that is too long.");
    }

    private static ReadOnlySpan<byte> TakeCounted(ref ReadOnlySpan<byte> bytes)
    {
        var length = ReadNumber(ref bytes);
        return length <= (ulong)bytes.Length ? Take(ref bytes, (int)length) : throw new InvalidDataException("A value that is cut off.");
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> bytes, int length)
    {
        if (bytes.Length < length)
        {
            throw new InvalidDataException("A row that is cut off.");
        }

        var taken = bytes[..length];
        bytes = bytes[length..];
        return taken;
    }
}
