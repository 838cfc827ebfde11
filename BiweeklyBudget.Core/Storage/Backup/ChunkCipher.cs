using System.Buffers.Binary;
using System.Security.Cryptography;

namespace BiweeklyBudget.Core.Storage.Backup;

/// <summary>
/// AES-256-GCM for each chunk. The number of the chunk and whether it is the last are in its nonce, so that none can be moved, repeated or dropped; the key is one
/// file's only, so no nonce is used twice. The preamble is authenticated with each.
/// </summary>
internal sealed class ChunkCipher(byte[] key, byte[] preamble) : IDisposable
{
    public const int TagLength = 16;
    private const int NonceLength = 12;
    private readonly AesGcm _aes = new(key, TagLength);
    private readonly byte[] _nonce = new byte[NonceLength];
    private long _number;

    /// <summary>Encrypts the next chunk in place.</summary>
    public void Encrypt(Span<byte> content, Span<byte> tag, bool isLast) => _aes.Encrypt(NextNonce(isLast), content, content, tag, preamble);

    /// <summary>Decrypts the next chunk in place.</summary>
    /// <exception cref="CryptographicException">The key is another, or the chunk is not what was written there.</exception>
    public void Decrypt(Span<byte> content, ReadOnlySpan<byte> tag, bool isLast) => _aes.Decrypt(NextNonce(isLast), content, tag, content, preamble);

    public void Dispose() => _aes.Dispose();

    private byte[] NextNonce(bool isLast)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_nonce, _number++);
        _nonce[^1] = isLast ? (byte)1 : (byte)0;
        return _nonce;
    }
}
