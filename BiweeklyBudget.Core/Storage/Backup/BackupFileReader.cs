using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;
using BiweeklyBudget.Core.Storage.Streaming;

namespace BiweeklyBudget.Core.Storage.Backup;

/// <summary>Reads a backup whose checksum is right, as a stream.</summary>
internal sealed class BackupFileReader : IBackupSource, IAsyncDisposable
{
    private readonly BackupInput _input;
    private readonly ChunkCipher? _cipher;
    private readonly BrotliStream _content;
    private byte[] _buffer = new byte[64 * 1024];
    private int _position;
    private int _length;

    private BackupFileReader(BackupInput input, ChunkCipher? cipher)
    {
        _input = input;
        _cipher = cipher;
        _content = new BrotliStream(new ChunkReader(input, cipher), CompressionMode.Decompress);
    }

    public BackupHeader Header { get; private set; } = null!;

    public bool IsEncrypted => _cipher is not null;

    public long Bytes => _input.Length;

    /// <summary>Opens a backup, compares its checksum and reads its header.</summary>
    public static async Task<BackupFileReader> OpenAsync(string file, string? passphrase, IProgress<BackupProgress>? progress, CancellationToken cancellationToken)
    {
        var input = BackupInput.Open(file);
        try
        {
            var preamble = await BackupPreamble.ReadAsync(input, cancellationToken).ConfigureAwait(false);
            await input.CheckAsync(new StageProgress(progress, BackupStage.CheckingFile, input.Length), cancellationToken).ConfigureAwait(false);
            var reader = new BackupFileReader(input, preamble.IsEncrypted ? await CreateCipherAsync(input, preamble, passphrase).ConfigureAwait(false) : null);
            await reader.ReadHeaderAsync(cancellationToken).ConfigureAwait(false);
            return reader;
        }
        catch
        {
            await input.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async IAsyncEnumerable<StoredValue[]> ReadAsync(StoredTable table, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var row = new StoredValue[table.Columns.Count];
        while (await ReadBlockAsync(cancellationToken).ConfigureAwait(false) is { IsEmpty: false } block)
        {
            try
            {
                RowCodec.Decode(block.Span, row);
            }
            catch (InvalidDataException exception)
            {
                throw _input.Damaged(exception);
            }

            yield return row;
        }
    }

    public async Task<IReadOnlyList<BackupTable>?> ReadTotalsAsync(CancellationToken cancellationToken)
    {
        var totals = await ReadJsonAsync<List<BackupTable>>(cancellationToken).ConfigureAwait(false);
        return await FillAsync(1, cancellationToken).ConfigureAwait(false) ? throw _input.Damaged() : totals;
    }

    public async ValueTask DisposeAsync()
    {
        await _content.DisposeAsync().ConfigureAwait(false);
        _cipher?.Dispose();
        await _input.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task<ChunkCipher> CreateCipherAsync(BackupInput input, BackupPreamble preamble, string? passphrase)
    {
        if (passphrase is null)
        {
            throw new BackupException(BackupFault.WrongPassphrase, $"The backup {input.Path} needs its passphrase.");
        }

        var derivation = preamble.Derivation;
        return derivation.IsBearable ? new ChunkCipher(await derivation.DeriveAsync(passphrase).ConfigureAwait(false), preamble.Bytes) : throw input.Damaged();
    }

    private async Task ReadHeaderAsync(CancellationToken cancellationToken)
    {
        Header = await ReadJsonAsync<BackupHeader>(cancellationToken).ConfigureAwait(false);
        if (Header.Migrations.Count == 0 || Header.Rows.Count != Header.Tables.Count || Header.Tables.Any(table => table.Columns.Count == 0))
        {
            throw _input.Damaged();
        }
    }

    private async Task<T> ReadJsonAsync<T>(CancellationToken cancellationToken)
    {
        var block = await ReadBlockAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return BackupJson.Read<T>(block);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            throw _input.Damaged(exception);
        }
    }

    /// <summary>Reads the next block, which stands until the one after it is read.</summary>
    private async ValueTask<ReadOnlyMemory<byte>> ReadBlockAsync(CancellationToken cancellationToken)
    {
        if (!await FillAsync(sizeof(int), cancellationToken).ConfigureAwait(false))
        {
            throw _input.Damaged();
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(_buffer.AsSpan(_position));
        _position += sizeof(int);
        if (length is < 0 or > BackupFormat.BlockLengthAtMost || !await FillAsync(length, cancellationToken).ConfigureAwait(false))
        {
            throw _input.Damaged();
        }

        _position += length;
        return _buffer.AsMemory(_position - length, length);
    }

    /// <summary>Has at least so many bytes ready.</summary>
    /// <returns>False at the end.</returns>
    private async ValueTask<bool> FillAsync(int wanted, CancellationToken cancellationToken)
    {
        if (_length - _position >= wanted)
        {
            return true;
        }

        var left = _buffer.AsSpan(_position, _length - _position);
        if (wanted > _buffer.Length)
        {
            var larger = new byte[wanted];
            left.CopyTo(larger);
            _buffer = larger;
        }
        else
        {
            left.CopyTo(_buffer);
        }

        _length -= _position;
        _position = 0;
        while (_length < wanted)
        {
            var read = await ReadContentAsync(cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return false;
            }

            _length += read;
        }

        return true;
    }

    private async ValueTask<int> ReadContentAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _content.ReadAsync(_buffer.AsMemory(_length), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException or IOException)
        {
            throw _input.Damaged(exception);
        }
    }
}
