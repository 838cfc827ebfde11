using System.Buffers;
using System.IO.Pipelines;

namespace BiweeklyBudget.Hosting.Security;

/// <summary>
/// Passes on what is written to a connection. From <see cref="Refuse"/> on it keeps what is written until it is flushed; a head without a body and without a policy then gets the headers of all answers.
/// </summary>
internal sealed class RefusalWriter(PipeWriter output) : PipeWriter
{
    private readonly ArrayBufferWriter<byte> _kept = new();
    private IBufferWriter<byte> _current = output;
    private bool _isRefused;

    public override bool CanGetUnflushedBytes => output.CanGetUnflushedBytes;

    public override long UnflushedBytes => output.UnflushedBytes + _kept.WrittenCount;

    /// <summary>What is written next is the server's own answer. What is being written at this moment is not.</summary>
    public void Refuse() => _isRefused = true;

    public override Memory<byte> GetMemory(int sizeHint = 0) => Current().GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => Current().GetSpan(sizeHint);

    // To where the last memory came from.
    public override void Advance(int bytes) => _current.Advance(bytes);

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        PassOn();
        return output.FlushAsync(cancellationToken);
    }

    public override void CancelPendingFlush() => output.CancelPendingFlush();

    public override void Complete(Exception? exception = null)
    {
        PassOn();
        output.Complete(exception);
    }

    public override ValueTask CompleteAsync(Exception? exception = null)
    {
        PassOn();
        return output.CompleteAsync(exception);
    }

    private IBufferWriter<byte> Current() => _current = _isRefused ? _kept : output;

    private void PassOn()
    {
        if (_kept.WrittenCount == 0)
        {
            return;
        }

        var answer = _kept.WrittenSpan;
        if (IsBare(answer))
        {
            output.Write(answer[..^2]);
            output.Write(SecurityHeaders.Lines);
            output.Write("\r\n"u8);
        }
        else
        {
            output.Write(answer);
        }

        _kept.ResetWrittenCount();
    }

    private static bool IsBare(ReadOnlySpan<byte> answer) =>
        answer.StartsWith("HTTP/1.1 "u8) && answer.IndexOf("\r\n\r\n"u8) == answer.Length - 4 && answer.IndexOf("\r\nContent-Length: 0\r\n"u8) > 0 && answer.IndexOf("\r\nContent-Security-Policy:"u8) < 0;
}
