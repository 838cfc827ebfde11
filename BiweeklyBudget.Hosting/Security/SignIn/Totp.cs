using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BiweeklyBudget.Hosting.Security.SignIn;

/// <summary>Codes of time steps (RFC 6238): SHA-1, six digits, thirty seconds, which is what every authenticator app does.</summary>
internal static class Totp
{
    /// <summary>Bytes of a key: as many as the hash has (RFC 4226 §4).</summary>
    public const int KeyBytes = 20;

    private const int StepSeconds = 30;
    private const int Modulus = 1_000_000;

    // A clock may be half a minute off, and typing takes time.
    private const int StepsAround = 1;

    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The time step that a code is of.</summary>
    /// <param name="key">The key.</param>
    /// <param name="typed">What was typed; spaces do not count.</param>
    /// <param name="now">Now, UTC.</param>
    /// <returns>The step; null when it is the code of none around now.</returns>
    public static long? StepOf(byte[] key, string typed, DateTimeOffset now)
    {
        var digits = Encoding.UTF8.GetBytes(typed.Replace(" ", "", StringComparison.Ordinal));
        var current = now.ToUnixTimeSeconds() / StepSeconds;
        long? found = null;
        for (var step = current - StepsAround; step <= current + StepsAround; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(digits, Encoding.UTF8.GetBytes(CodeOf(key, step))))
            {
                found = step;
            }
        }

        return found;
    }

    /// <summary>The code of a time step.</summary>
    public static string CodeOf(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The algorithm that apps know; HMAC does not suffer from SHA-1's collisions.
        HMACSHA1.HashData(key, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xF)..]) & int.MaxValue;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>A key as people type it into an app (RFC 4648 §6), in groups of four.</summary>
    public static string TextOf(byte[] key)
    {
        var text = new StringBuilder();
        var (bits, held) = (0, 0);
        foreach (var part in key)
        {
            (bits, held) = ((bits << 8) | part, held + 8);
            for (; held >= 5; held -= 5)
            {
                text.Append(text.Length % 5 == 4 ? " " : "").Append(Base32[(bits >> (held - 5)) & 31]);
            }
        }

        return text.ToString();
    }

    /// <summary>A key as it was written by <see cref="TextOf"/>; null when it is none.</summary>
    public static byte[]? KeyOf(string? text)
    {
        var letters = (text ?? "").Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        if (letters.Length != KeyBytes * 8 / 5 || letters.Any(letter => !Base32.Contains(letter, StringComparison.Ordinal)))
        {
            return null;
        }

        var key = new byte[KeyBytes];
        var (bits, held, at) = (0, 0, 0);
        foreach (var letter in letters)
        {
            (bits, held) = ((bits << 5) | Base32.IndexOf(letter, StringComparison.Ordinal), held + 5);
            if (held >= 8)
            {
                key[at++] = (byte)(bits >> (held - 8));
                held -= 8;
            }
        }

        return key;
    }
}
