namespace BiweeklyBudget.Core.Storage.Backup;

/// <summary>
/// The layout of a backup (docs/adr/0013): a preamble in the clear, chunks, and a SHA-256 of all before it. The chunks' content, decrypted and put together, is one
/// Brotli stream of blocks, each with its length before it: the header, the rows of each table with an empty block after them, and the totals.
/// </summary>
internal static class BackupFormat
{
    /// <summary>Number of the layout; a file of a greater one is refused.</summary>
    public const ushort Version = 1;

    /// <summary>Bytes of content in all chunks but the last.</summary>
    public const int ChunkLength = 64 * 1024;

    /// <summary>Bytes of the number before each chunk.</summary>
    public const int ChunkHeadLength = 4;

    /// <summary>The bit of that number that marks the last chunk; the others are its length.</summary>
    public const uint LastChunk = 0x8000_0000;

    /// <summary>Bytes of the checksum at the end.</summary>
    public const int ChecksumLength = 32;

    /// <summary>A row that is longer was not written by this program: no column holds so much.</summary>
    public const int BlockLengthAtMost = 128 * 1024 * 1024;

    /// <summary>The first bytes of each backup.</summary>
    public static ReadOnlySpan<byte> Magic => "BBBACKUP"u8;
}
