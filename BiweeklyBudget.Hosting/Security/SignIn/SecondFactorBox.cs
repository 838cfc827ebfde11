using System.Security.Cryptography;

namespace BiweeklyBudget.Hosting.Security.SignIn;

/// <summary>
/// Keeps the key of a second factor encrypted under the user's password: who reads the database or a copy of it has neither. AES-256-GCM, the key of it by PBKDF2-HMAC-SHA512 of a salt of its own.
/// </summary>
internal static class SecondFactorBox
{
    private const int SaltBytes = 16;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int Before = SaltBytes + NonceBytes + TagBytes;
    private const int KeyBytes = 32;
    private const int Rounds = 210_000;

    /// <summary>Encrypts a key.</summary>
    /// <returns>At most 254 characters.</returns>
    public static string Seal(byte[] key, string password)
    {
        var (salt, nonce) = (RandomNumberGenerator.GetBytes(SaltBytes), RandomNumberGenerator.GetBytes(NonceBytes));
        var (content, tag) = (new byte[key.Length], new byte[TagBytes]);
        using var cipher = CipherOf(password, salt);
        cipher.Encrypt(nonce, key, content, tag);
        return Convert.ToBase64String([.. salt, .. nonce, .. tag, .. content]);
    }

    /// <summary>Decrypts it.</summary>
    /// <returns>The key; null when the password is another one, or what is stored is damaged.</returns>
    public static byte[]? Open(string sealedKey, string password)
    {
        var box = new byte[Before + Totp.KeyBytes];
        if (!Convert.TryFromBase64String(sealedKey, box, out var bytes) || bytes != box.Length)
        {
            return null;
        }

        var key = new byte[Totp.KeyBytes];
        try
        {
            using var cipher = CipherOf(password, box.AsSpan(0, SaltBytes));
            cipher.Decrypt(box.AsSpan(SaltBytes, NonceBytes), box.AsSpan(Before), box.AsSpan(SaltBytes + NonceBytes, TagBytes), key);
            return key;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static AesGcm CipherOf(string password, ReadOnlySpan<byte> salt) => new(Rfc2898DeriveBytes.Pbkdf2(password, salt, Rounds, HashAlgorithmName.SHA512, KeyBytes), TagBytes);
}
