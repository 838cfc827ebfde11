using System.Buffers;
using System.IO.Compression;

namespace BiweeklyBudget.Core.Storage.Backup;

/// <summary>Compresses what is written, in little memory: .NET's own stream looks back as far as 4 MiB, for which the encoder takes 21 MiB, and rows are most like those just before them (docs/adr/0013).</summary>
internal sealed class BrotliWriter(ChunkWriter output) : IDisposable
{
    // Of 11. Reading the database takes longer than this.
    private const int Quality = 4;

    // Bits of the number of bytes that it looks back.
    private const int Window = 18;

    private readonly byte[] _compressed = new byte[16 * 1024];
    private BrotliEncoder _encoder = new(Quality, Window);

    /// <summary>Compresses bytes. They may reach the output later.</summary>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (!bytes.IsEmpty)
        {
            Compress(bytes.Span, isLast: false, out var consumed, out var written);
            bytes = bytes[consumed..];
            await output.WriteAsync(_compressed.AsMemory(0, written), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Ends the stream.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        for (var status = OperationStatus.DestinationTooSmall; status == OperationStatus.DestinationTooSmall;)
        {
            status = Compress([], isLast: true, out _, out var written);
            await output.WriteAsync(_compressed.AsMemory(0, written), cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose() => _encoder.Dispose();

    private OperationStatus Compress(ReadOnlySpan<byte> bytes, bool isLast, out int consumed, out int written)
    {
        var status = _encoder.Compress(bytes, _compressed, out consumed, out written, isLast);
        return status == OperationStatus.InvalidData ? throw new InvalidOperationException("The bytes could not be compressed.") : status;
    }
}
