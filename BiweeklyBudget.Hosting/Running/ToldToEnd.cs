using System.Runtime.InteropServices;

namespace BiweeklyBudget.Hosting.Running;

/// <summary>Hears SIGTERM, Ctrl+C and the like from the moment it is made, and says so by a token. The process is left to end by itself.</summary>
internal sealed class ToldToEnd : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly IReadOnlyList<PosixSignalRegistration> _signals;

    public ToldToEnd() => _signals = [.. new[] { PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGQUIT }.Select(signal => PosixSignalRegistration.Create(signal, Hear))];

    /// <summary>Cancelled when the process is told to end.</summary>
    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }

        _source.Dispose();
    }

    private void Hear(PosixSignalContext context)
    {
        context.Cancel = true;
        _source.Cancel();
    }
}
