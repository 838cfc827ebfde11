using System.Buffers.Binary;
using System.Security.Cryptography;

namespace BiweeklyBudget.Core.Storage.Backup;

/// <summary>Reads what a <see cref="ChunkWriter"/> wrote.</summary>
internal sealed class ChunkReader(BackupInput input, ChunkCipher? cipher) : ReadOnlyStream
{
    private readonly byte[] _buffer = new byte[BackupFormat.ChunkLength + ChunkCipher.TagLength];
    private int _position;
    private int _length;
    private bool _isLast;
    private bool _isFirst = true;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_position == _length && !_isLast)
        {
            await ReadChunkAsync(cancellationToken).ConfigureAwait(false);
        }

        var part = Math.Min(buffer.Length, _length - _position);
        _buffer.AsMemory(_position, part).CopyTo(buffer);
        _position += part;
        return part;
    }

    private async Task ReadChunkAsync(CancellationToken cancellationToken)
    {
        var head = _buffer.AsMemory(0, BackupFormat.ChunkHeadLength);
        await input.ReadAsync(head, cancellationToken).ConfigureAwait(false);
        var number = BinaryPrimitives.ReadUInt32LittleEndian(head.Span);
        _isLast = (number & BackupFormat.LastChunk) != 0;
        var length = number & ~BackupFormat.LastChunk;
        var stored = length + (cipher is null ? 0 : ChunkCipher.TagLength);
        if (length > BackupFormat.ChunkLength || stored > input.Left || (_isLast && stored != input.Left))
        {
            throw input.Damaged();
        }

        _position = 0;
        _length = (int)length;
        await input.ReadAsync(_buffer.AsMemory(0, (int)stored), cancellationToken).ConfigureAwait(false);
        Decrypt();
        _isFirst = false;
    }

    private void Decrypt()
    {
        try
        {
            cipher?.Decrypt(_buffer.AsSpan(0, _length), _buffer.AsSpan(_length, ChunkCipher.TagLength), _isLast);
        }
        catch (CryptographicException exception)
        {
            // The checksum was right, so it is the key that is not.
            throw _isFirst ? new BackupException(BackupFault.WrongPassphrase, $"The passphrase is not that of the backup {input.Path}.", exception) : input.Damaged(exception);
        }
    }
}
