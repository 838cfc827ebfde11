using System.Globalization;

namespace BiweeklyBudget.Hosting.Running;

/// <summary>The log of a command that does its work and ends: one line on standard error for each thing worth saying, as upstream's commands write it.</summary>
/// <param name="writer">Takes the lines.</param>
/// <param name="time">The clock.</param>
/// <param name="least">What is worth saying.</param>
internal sealed class CommandLog(TextWriter writer, TimeProvider time, LogLevel least) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= least && logLevel != LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            var text = formatter(state, exception).ReplaceLineEndings(" ");
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[{time.GetUtcNow():yyyy-MM-dd HH:mm:ss} {WordOf(logLevel)}] {text}"));
        }
    }

    private static string WordOf(LogLevel level) => level switch
    {
        LogLevel.Trace or LogLevel.Debug => "DEBUG",
        LogLevel.Information => "INFO",
        LogLevel.Warning => "WARNING",
        LogLevel.Error => "ERROR",
        _ => "CRITICAL",
    };
}
