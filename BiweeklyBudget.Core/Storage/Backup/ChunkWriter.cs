using System.Buffers.Binary;

namespace BiweeklyBudget.Core.Storage.Backup;

/// <summary>Cuts what is written into chunks and encrypts them if there is a key.</summary>
internal sealed class ChunkWriter(BackupOutput output, ChunkCipher? cipher) : WriteOnlyStream
{
    private readonly byte[] _buffer = new byte[BackupFormat.ChunkHeadLength + BackupFormat.ChunkLength + ChunkCipher.TagLength];
    private int _length;

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!buffer.IsEmpty)
        {
            // The last chunk is known as such only when nothing follows: a full one waits.
            if (_length == BackupFormat.ChunkLength)
            {
                await WriteChunkAsync(isLast: false, cancellationToken).ConfigureAwait(false);
            }

            var part = Math.Min(buffer.Length, BackupFormat.ChunkLength - _length);
            buffer[..part].CopyTo(_buffer.AsMemory(BackupFormat.ChunkHeadLength + _length));
            _length += part;
            buffer = buffer[part..];
        }
    }

    /// <summary>Writes the last chunk.</summary>
    public Task FinishAsync(CancellationToken cancellationToken) => WriteChunkAsync(isLast: true, cancellationToken);

    private async Task WriteChunkAsync(bool isLast, CancellationToken cancellationToken)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(_buffer, (uint)_length | (isLast ? BackupFormat.LastChunk : 0));
        var end = BackupFormat.ChunkHeadLength + _length;
        if (cipher is not null)
        {
            cipher.Encrypt(_buffer.AsSpan(BackupFormat.ChunkHeadLength, _length), _buffer.AsSpan(end, ChunkCipher.TagLength), isLast);
            end += ChunkCipher.TagLength;
        }

        await output.WriteAsync(_buffer.AsMemory(0, end), cancellationToken).ConfigureAwait(false);
        _length = 0;
    }
}
