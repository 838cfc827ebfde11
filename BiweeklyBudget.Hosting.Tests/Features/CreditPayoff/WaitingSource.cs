using System.Threading.Channels;
using BiweeklyBudget.Core.CreditPayoff;

namespace BiweeklyBudget.Hosting.Tests.Features.CreditPayoff;

/// <summary>Someone to ask for the prime rate, whose answers the test gives one by one.</summary>
internal sealed class WaitingSource : IPrimeRateSource
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly Channel<TaskCompletionSource<PrimeRateAnswer>> _asked = Channel.CreateUnbounded<TaskCompletionSource<PrimeRateAnswer>>();
    private int _open;

    /// <summary>The most requests that were open at once.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>Waits until it is asked.</summary>
    /// <returns>Takes the answer.</returns>
    public async Task<TaskCompletionSource<PrimeRateAnswer>> AskedAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        return await _asked.Reader.ReadAsync(limit.Token);
    }

    /// <summary>Whether it was asked and the test does not know yet.</summary>
    public bool IsAsked => _asked.Reader.TryPeek(out _);

    public async Task<PrimeRateAnswer> AskAsync(CancellationToken cancellationToken)
    {
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _open));
        try
        {
            var answer = new TaskCompletionSource<PrimeRateAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
            await _asked.Writer.WriteAsync(answer, cancellationToken);
            return await answer.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }
}
