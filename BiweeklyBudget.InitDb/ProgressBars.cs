using BiweeklyBudget.Core.Storage.Backup;
using Spectre.Console;

namespace BiweeklyBudget.InitDb;

/// <summary>Progress on a terminal: a bar for each stage.</summary>
internal sealed class ProgressBars : IProgress<BackupProgress>
{
    private readonly ProgressContext _context;
    private readonly Dictionary<BackupStage, ProgressTask> _bars = [];

    private ProgressBars(ProgressContext context) => _context = context;

    public static Task<T> RunAsync<T>(Func<IProgress<BackupProgress>, Task<T>> work) =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }).Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context => work(new ProgressBars(context)));

    public static string Describe(BackupStage stage) => stage switch
    {
        BackupStage.CheckingFile => "Checking the file",
        BackupStage.BackingUpOldData => "Backing up the old data",
        BackupStage.Copying => "Copying",
        _ => "Comparing",
    };

    public void Report(BackupProgress value)
    {
        if (!_bars.TryGetValue(value.Stage, out var bar))
        {
            _bars[value.Stage] = bar = _context.AddTask(Describe(value.Stage), maxValue: value.Total);
        }

        bar.Value = value.Done;
    }
}
