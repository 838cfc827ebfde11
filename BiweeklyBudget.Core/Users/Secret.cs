using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace BiweeklyBudget.Core.Users;

/// <summary>Texts that nobody can guess, of which the database holds no more than a hash. They are too long to be tried out, so the hash needs no salt and no slowness.</summary>
internal static class Secret
{
    private const int Bytes = 32;

    // Without those that are taken for others when they are read aloud or typed.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>A new one of 256 bits.</summary>
    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>A new one for people to type: groups of five letters and digits. Five groups are 123 bits.</summary>
    public static string CreateTyped(int groups) => string.Join('-', Enumerable.Range(0, groups).Select(_ => RandomNumberGenerator.GetString(Letters, 5)));

    /// <summary>What is stored of it: SHA-256, 64 hexadecimal digits.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>A typed one as it was made: case and spaces do not count.</summary>
    public static string Normalize(string typed) => typed.Trim().ToLowerInvariant();
}
