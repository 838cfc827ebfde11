using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace BiweeklyBudget.Hosting.Api;

/// <summary>
/// Fields as browsers encode them (<c>a=1&amp;b=two+words</c>, WHATWG URL §5.1). Unlike the framework's reader it refuses
/// bytes that are no UTF-8 instead of storing replacement characters.
/// </summary>
internal static class FormEncoding
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Decodes all fields.</summary>
    /// <param name="text">The encoded fields.</param>
    /// <param name="pairs">Names and values, in their order.</param>
    /// <returns>False when a name or value is no UTF-8.</returns>
    public static bool TryDecode(string text, [NotNullWhen(true)] out IReadOnlyList<KeyValuePair<string, string?>>? pairs)
    {
        try
        {
            pairs = [.. text.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Pair)];
            return true;
        }
        catch (DecoderFallbackException)
        {
            pairs = null;
            return false;
        }
    }

    private static KeyValuePair<string, string?> Pair(string field)
    {
        var equals = field.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? new(Decode(field), "") : new(Decode(field[..equals]), Decode(field[(equals + 1)..]));
    }

    private static string Decode(string text)
    {
        var bytes = new ArrayBufferWriter<byte>(text.Length + 1);
        var source = Strict.GetBytes(text);
        for (var i = 0; i < source.Length; i++)
        {
            var value = source[i];
            if (value == '%' && i + 2 < source.Length && char.IsAsciiHexDigit((char)source[i + 1]) && char.IsAsciiHexDigit((char)source[i + 2]))
            {
                value = Convert.FromHexString([(char)source[i + 1], (char)source[i + 2]])[0];
                i += 2;
            }
            else if (value == '+')
            {
                value = (byte)' ';
            }

            bytes.GetSpan(1)[0] = value;
            bytes.Advance(1);
        }

        return Strict.GetString(bytes.WrittenSpan);
    }
}
