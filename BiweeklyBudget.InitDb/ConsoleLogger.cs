using Microsoft.Extensions.Logging;

namespace BiweeklyBudget.InitDb;

/// <summary>Writes log lines to stderr, so that stdout holds the outcome alone.</summary>
internal sealed class ConsoleLogger(TextWriter error, LogLevel lowest) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= lowest;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            error.WriteLine(logLevel switch { >= LogLevel.Warning => "warning: ", LogLevel.Information => "info: ", _ => "debug: " } + formatter(state, exception));
        }
    }
}
