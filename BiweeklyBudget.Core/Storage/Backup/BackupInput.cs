using System.Security.Cryptography;

namespace BiweeklyBudget.Core.Storage.Backup;

/// <summary>A backup that is read: its bytes, and what goes wrong in words.</summary>
internal sealed class BackupInput : IAsyncDisposable
{
    private readonly FileStream _file;

    private BackupInput(string path, FileStream file)
    {
        Path = path;
        _file = file;
    }

    public string Path { get; }

    public long Length => _file.Length;

    /// <summary>Bytes before the checksum that are still to be read.</summary>
    public long Left => _file.Length - BackupFormat.ChecksumLength - _file.Position;

    public static BackupInput Open(string file)
    {
        var path = System.IO.Path.GetFullPath(file);
        try
        {
            return new BackupInput(path, new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BackupFormat.ChunkLength, FileOptions.Asynchronous | FileOptions.SequentialScan));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new BackupException(BackupFault.Unusable, exception is FileNotFoundException or DirectoryNotFoundException ? $"There is no file {path}." : $"The file {path} cannot be read.", exception);
        }
    }

    public BackupException Damaged(Exception? cause = null) => new(BackupFault.Damaged, $"The backup {Path} is damaged: it is cut off or was changed.", cause);

    /// <summary>Compares the checksum with all that stands before it, and goes back to where it was.</summary>
    public async Task CheckAsync(StageProgress progress, CancellationToken cancellationToken)
    {
        var position = _file.Position;
        if (position > Length - BackupFormat.ChecksumLength)
        {
            throw Damaged();
        }

        _file.Position = 0;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BackupFormat.ChunkLength];
        while (Left > 0)
        {
            var part = buffer.AsMemory(0, (int)Math.Min(Left, buffer.Length));
            await ReadAsync(part, cancellationToken).ConfigureAwait(false);
            hash.AppendData(part.Span);
            progress.Add(part.Length, table: null);
        }

        var checksum = buffer.AsMemory(0, BackupFormat.ChecksumLength);
        await ReadAsync(checksum, cancellationToken).ConfigureAwait(false);
        if (!hash.GetHashAndReset().AsSpan().SequenceEqual(checksum.Span))
        {
            throw Damaged();
        }

        _file.Position = position;
    }

    /// <summary>Fills a buffer.</summary>
    public async Task ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            await _file.ReadExactlyAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (EndOfStreamException exception)
        {
            throw Damaged(exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new BackupException(BackupFault.Unusable, $"The file {Path} cannot be read.", exception);
        }
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
