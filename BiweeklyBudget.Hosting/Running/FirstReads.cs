using BiweeklyBudget.Core;
using BiweeklyBudget.Hosting.Features.Home;

namespace BiweeklyBudget.Hosting.Running;

/// <summary>
/// Reads what the first page shows before anybody asks for it, while the rest of the program starts. To make EF's model and to compile its queries takes as long as all else of a start, and is done once.
/// </summary>
internal sealed partial class FirstReads : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly ILogger<FirstReads> _logger;

    private FirstReads(BudgetEngine engine, ILogger<FirstReads> logger)
    {
        _logger = logger;
        Reading = Task.Run(() => ReadAsync(engine));
    }

    /// <summary>Ends with the reading, whatever becomes of it.</summary>
    public Task Reading { get; }

    /// <summary>Begins.</summary>
    /// <param name="engine">Its database is ready.</param>
    /// <param name="logger">Is told why it could not be done; whoever asks for the page is told again.</param>
    /// <returns>Disposing it cuts it short.</returns>
    public static FirstReads Begin(BudgetEngine engine, ILogger<FirstReads> logger) => new(engine, logger);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Reading;
        _end.Dispose();
    }

    private async Task ReadAsync(BudgetEngine engine)
    {
        try
        {
            await using var book = engine.OpenBook();
            await book.Settings.ReadAsync(_end.Token);
            if (book.Settings.IsComplete)
            {
                await new HomeModel(book).OnGetAsync(_end.Token);
            }
        }
        catch (Exception exception)
        {
            LogFailure(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "What the first page shows could not be read before it was asked for.")]
    private partial void LogFailure(Exception exception);
}
