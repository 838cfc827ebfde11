using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.Hosting.Composition;

/// <summary>
/// Makes a book's database ready while the program goes on starting. A fault is in the log and in the answers, and is tried again in growing pauses: what else the program
/// does is not this one's to end. A program that wants to end makes the database ready itself (<see cref="BiweeklyBudgetOptions.InitializeAtStart"/>).
/// </summary>
internal sealed partial class DatabaseStart : BackgroundService
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly BudgetEngine _engine;
    private readonly ILogger<DatabaseStart> _logger;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile string _state = "The database is being made ready; please try again in a moment.";

    public DatabaseStart(BudgetEngine engine, bool isWanted, ILogger<DatabaseStart> logger)
    {
        _engine = engine;
        _logger = logger;
        if (!isWanted)
        {
            _ready.SetResult();
        }
    }

    /// <summary>Whether requests can be served, as far as this is concerned.</summary>
    public bool IsDone => _ready.Task.IsCompleted;

    /// <summary>Why they cannot, for whoever asks; nothing of it is secret.</summary>
    public string State => _state;

    /// <summary>Waits until they can.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _ready.Task.WaitAsync(cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var pause = ShortestPause; !IsDone; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                await _engine.InitializeAsync(stoppingToken);
                _ready.SetResult();
                return;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                Note(exception, pause);
            }

            // The clock of the machine, not the settings': a frozen one must not stop this.
            await Task.Delay(pause, TimeProvider.System, stoppingToken);
        }
    }

    private void Note(Exception exception, TimeSpan pause)
    {
        switch (exception)
        {
            case DatabaseRefusedException:
                LogRefused(_engine.Description, exception.Message, pause.TotalSeconds);
                _state = "The database cannot be used by this program; the log says why.";
                break;
            case DatabaseUnavailableException:
                LogUnavailable(_engine.Description, exception.Message, pause.TotalSeconds);
                _state = "The database cannot be reached or written right now; please try again in a moment.";
                break;
            default:
                LogFailure(exception, _engine.Description, pause.TotalSeconds);
                _state = "The database could not be made ready; the log says why.";
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The database {Database} is refused, so its pages are not served: {Reason} It is looked at again in {Seconds} s.")]
    private partial void LogRefused(string database, string reason, double seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "The database {Database} cannot be made ready, so its pages are not served yet: {Reason} It is tried again in {Seconds} s.")]
    private partial void LogUnavailable(string database, string reason, double seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "The database {Database} could not be made ready, so its pages are not served yet. It is tried again in {Seconds} s.")]
    private partial void LogFailure(Exception exception, string database, double seconds);
}
