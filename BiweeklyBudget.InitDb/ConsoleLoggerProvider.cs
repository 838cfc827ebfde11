using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace BiweeklyBudget.InitDb;

/// <summary>Gives the program's own categories one log on stderr. What libraries say to their programmers is left out.</summary>
internal sealed class ConsoleLoggerProvider(TextWriter error, LogLevel lowest) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => categoryName.StartsWith(nameof(BiweeklyBudget), StringComparison.Ordinal) ? new ConsoleLogger(error, lowest) : NullLogger.Instance;

    public void Dispose()
    {
    }
}
