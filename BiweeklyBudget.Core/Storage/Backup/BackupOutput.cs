using System.Security.Cryptography;

namespace BiweeklyBudget.Core.Storage.Backup;

/// <summary>
/// A backup that is written, under another name beside its own until it is whole and on the disk: who is killed leaves nothing under the name that was asked for. What a killed
/// process left there is removed by the next.
/// </summary>
internal sealed class BackupOutput : IAsyncDisposable
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly string _part;
    private readonly bool _overwrite;
    private readonly Stream _file;
    private bool _isPublished;

    private BackupOutput(string path, string part, bool overwrite, Stream file)
    {
        Path = path;
        _part = part;
        _overwrite = overwrite;
        _file = file;
    }

    public string Path { get; }

    /// <summary>Creates the file under its other name.</summary>
    public static BackupOutput Create(string file, bool overwrite)
    {
        var path = System.IO.Path.GetFullPath(file);
        if (!overwrite && System.IO.Path.Exists(path))
        {
            throw Exists(path);
        }

        var part = path + ".part";
        try
        {
            CreateFolder(System.IO.Path.GetDirectoryName(path));
            RemoveLeftover(part);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, Options = FileOptions.Asynchronous, BufferSize = BackupFormat.ChunkLength };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = OwnerFile;
            }

            return new BackupOutput(path, part, overwrite, new FileStream(part, options));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw File.Exists(part) && exception is IOException
                ? new BackupException(BackupFault.FileExists, $"Another process is writing the file {path}.", exception)
                : Unwritable(path, exception);
        }
    }

    /// <summary>For tests: a backup into a stream that fails.</summary>
    internal static BackupOutput To(Stream stream, string path) => new(path, path + ".part", overwrite: false, stream);

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        _hash.AppendData(bytes.Span);
        await WriteFileAsync(bytes, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes the checksum, waits for the disk and gives the file its name.</summary>
    /// <returns>The size.</returns>
    public async Task<long> PublishAsync(CancellationToken cancellationToken)
    {
        await WriteFileAsync(_hash.GetHashAndReset(), cancellationToken).ConfigureAwait(false);
        try
        {
            await _file.FlushAsync(cancellationToken).ConfigureAwait(false);
            (_file as FileStream)?.Flush(flushToDisk: true);
            var length = _file.Length;
            await _file.DisposeAsync().ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            File.Move(_part, Path, _overwrite);
            _isPublished = true;
            return length;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw !_overwrite && System.IO.Path.Exists(Path) ? Exists(Path) : Unwritable(Path, exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _hash.Dispose();
        if (_isPublished)
        {
            return;
        }

        try
        {
            await _file.DisposeAsync().ConfigureAwait(false);
        }
        catch (IOException)
        {
            // What the disk had no room for is not wanted any more.
        }

        RemoveQuietly(_part);
    }

    private async Task WriteFileAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await _file.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(Path, exception);
        }
    }

    private static BackupException Exists(string path) => new(BackupFault.FileExists, $"The file {path} exists already.");

    private static BackupException Unwritable(string path, Exception cause) => new(BackupFault.Unusable, $"The file {path} cannot be written: {(cause is UnauthorizedAccessException ? "the folder may not be written" : cause.Message)}", cause);

    // Whoever still writes it holds it open.
    private static void RemoveLeftover(string part)
    {
        if (File.Exists(part))
        {
            new FileStream(part, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
            File.Delete(part);
        }
    }

    private static void RemoveQuietly(string part)
    {
        try
        {
            File.Delete(part);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next backup of this name removes it.
        }
    }

    private static void CreateFolder(string? folder)
    {
        if (folder is null || Directory.Exists(folder))
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerFile | UnixFileMode.UserExecute);
        }
    }
}
