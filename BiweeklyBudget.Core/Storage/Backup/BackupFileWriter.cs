using System.Buffers;
using System.Buffers.Binary;
using BiweeklyBudget.Core.Storage.Streaming;

namespace BiweeklyBudget.Core.Storage.Backup;

/// <summary>Writes all rows of a source to a file.</summary>
internal sealed class BackupFileWriter : IAsyncDisposable
{
    private const int BufferLength = 64 * 1024;
    private readonly BackupOutput _output;
    private readonly ChunkCipher? _cipher;
    private readonly ChunkWriter _chunks;
    private readonly BrotliWriter _compressed;
    private readonly ArrayBufferWriter<byte> _buffer = new(2 * BufferLength);

    private BackupFileWriter(BackupOutput output, ChunkCipher? cipher)
    {
        _output = output;
        _cipher = cipher;
        _chunks = new ChunkWriter(output, cipher);
        _compressed = new BrotliWriter(_chunks);
    }

    /// <summary>Writes a backup.</summary>
    /// <param name="source">The rows.</param>
    /// <param name="output">The file, which is published at the end.</param>
    /// <param name="passphrase">Null for none.</param>
    /// <param name="progress">The stage.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<BackupSummary> WriteAsync(IBackupSource source, BackupOutput output, string? passphrase, StageProgress progress, CancellationToken cancellationToken)
    {
        var preamble = BackupPreamble.Create(isEncrypted: passphrase is not null);
        var cipher = passphrase is null ? null : new ChunkCipher(await preamble.Derivation.DeriveAsync(passphrase).ConfigureAwait(false), preamble.Bytes);
        var writer = new BackupFileWriter(output, cipher);
        await using (writer.ConfigureAwait(false))
        {
            await output.WriteAsync(preamble.Bytes, cancellationToken).ConfigureAwait(false);
            await writer.WriteBlockAsync(BackupJson.Write(source.Header), cancellationToken).ConfigureAwait(false);
            var tables = new List<BackupTable>();
            foreach (var table in source.Header.Tables)
            {
                tables.Add(await writer.WriteTableAsync(source, table, progress, cancellationToken).ConfigureAwait(false));
            }

            await writer.WriteBlockAsync(BackupJson.Write(tables), cancellationToken).ConfigureAwait(false);
            var bytes = await writer.FinishAsync(cancellationToken).ConfigureAwait(false);
            return source.Header.ToSummary(tables) with { Bytes = bytes, IsEncrypted = preamble.IsEncrypted };
        }
    }

    public async ValueTask DisposeAsync()
    {
        _cipher?.Dispose();
        _compressed.Dispose();
        await _chunks.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<BackupTable> WriteTableAsync(IBackupSource source, StoredTable table, StageProgress progress, CancellationToken cancellationToken)
    {
        var tally = new TableTally(table);
        await foreach (var row in source.ReadAsync(table, cancellationToken).ConfigureAwait(false))
        {
            await WriteBlockAsync(tally.Add(row), cancellationToken).ConfigureAwait(false);
            progress.Add(1, table.Name);
        }

        await WriteBlockAsync(ReadOnlyMemory<byte>.Empty, cancellationToken).ConfigureAwait(false);
        return tally.ToTable();
    }

    private async ValueTask WriteBlockAsync(ReadOnlyMemory<byte> block, CancellationToken cancellationToken)
    {
        WriteLength(block.Length);
        _buffer.Write(block.Span);
        if (_buffer.WrittenCount >= BufferLength)
        {
            await FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private void WriteLength(int length)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_buffer.GetSpan(sizeof(int)), length);
        _buffer.Advance(sizeof(int));
    }

    private async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        await _compressed.WriteAsync(_buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
        _buffer.ResetWrittenCount();
    }

    private async Task<long> FinishAsync(CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken).ConfigureAwait(false);
        await _compressed.FinishAsync(cancellationToken).ConfigureAwait(false);
        await _chunks.FinishAsync(cancellationToken).ConfigureAwait(false);
        return await _output.PublishAsync(cancellationToken).ConfigureAwait(false);
    }
}
