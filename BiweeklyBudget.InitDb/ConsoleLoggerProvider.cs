using Microsoft.Extensions.Logging;

namespace BiweeklyBudget.InitDb;

/// <summary>Gives every category the same log on stderr.</summary>
internal sealed class ConsoleLoggerProvider(TextWriter error, LogLevel lowest) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new ConsoleLogger(error, lowest);

    public void Dispose()
    {
    }
}
