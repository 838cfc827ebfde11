using System.Buffers.Binary;
using System.Security.Cryptography;

namespace BiweeklyBudget.Core.Storage.Backup;

/// <summary>The first bytes of a backup: what it is, and what the key is derived with.</summary>
internal sealed class BackupPreamble
{
    private const int PlainLength = 12;
    private const int SaltLength = 16;
    private const int EncryptedLength = PlainLength + 12 + SaltLength;
    private const byte Plain = 0, Encrypted = 1;

    private BackupPreamble(byte[] bytes) => Bytes = bytes;

    /// <summary>As it stands in the file.</summary>
    public byte[] Bytes { get; }

    public bool IsEncrypted => Bytes[10] == Encrypted;

    /// <summary>The derivation of the key; encrypted files only.</summary>
    public KeyDerivation Derivation => new(ReadNumber(12), ReadNumber(16), ReadNumber(20), Bytes.AsMemory(PlainLength + 12, SaltLength));

    /// <summary>A new one.</summary>
    public static BackupPreamble Create(bool isEncrypted)
    {
        var bytes = new byte[isEncrypted ? EncryptedLength : PlainLength];
        BackupFormat.Magic.CopyTo(bytes);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(8), BackupFormat.Version);
        if (isEncrypted)
        {
            bytes[10] = Encrypted;
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), KeyDerivation.DefaultMemory);
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(16), KeyDerivation.DefaultPasses);
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(20), KeyDerivation.DefaultLanes);
            RandomNumberGenerator.Fill(bytes.AsSpan(PlainLength + 12));
        }

        return new BackupPreamble(bytes);
    }

    /// <summary>Reads that of a file.</summary>
    /// <exception cref="BackupException">The file is no backup, or one of a newer program.</exception>
    public static async Task<BackupPreamble> ReadAsync(BackupInput input, CancellationToken cancellationToken)
    {
        if (input.Length < PlainLength)
        {
            throw NotABackup(input);
        }

        var bytes = new byte[PlainLength];
        await input.ReadAsync(bytes, cancellationToken).ConfigureAwait(false);
        if (!bytes.AsSpan().StartsWith(BackupFormat.Magic))
        {
            throw NotABackup(input);
        }

        if (BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(8)) > BackupFormat.Version)
        {
            throw new BackupException(BackupFault.Newer, $"The backup {input.Path} was made by a newer version of this program; use that version.");
        }

        if (bytes[10] == Encrypted)
        {
            Array.Resize(ref bytes, EncryptedLength);
            await input.ReadAsync(bytes.AsMemory(PlainLength), cancellationToken).ConfigureAwait(false);
        }
        else if (bytes[10] != Plain)
        {
            throw input.Damaged();
        }

        return new BackupPreamble(bytes);
    }

    private static BackupException NotABackup(BackupInput input) => new(BackupFault.NotABackup, $"The file {input.Path} is no backup of this program.");

    private int ReadNumber(int offset) => BinaryPrimitives.ReadInt32LittleEndian(Bytes.AsSpan(offset));
}
