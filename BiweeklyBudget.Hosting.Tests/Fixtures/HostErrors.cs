using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace BiweeklyBudget.Hosting.Tests.Fixtures;

/// <summary>Keeps what a host logs as an error.</summary>
internal sealed class HostErrors : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _texts = new();

    /// <summary>Message and exception, in order.</summary>
    public IReadOnlyCollection<string> Texts => _texts;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            _texts.Enqueue($"{formatter(state, exception)} {exception}");
        }
    }

    public void Dispose()
    {
        // The texts outlive the host.
    }
}
