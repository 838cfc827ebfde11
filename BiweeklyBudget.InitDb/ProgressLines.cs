using System.Globalization;
using BiweeklyBudget.Core.Storage.Backup;

namespace BiweeklyBudget.InitDb;

/// <summary>Progress where nobody watches: a line every few seconds.</summary>
internal sealed class ProgressLines(TextWriter error, TimeProvider time) : IProgress<BackupProgress>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private long _said = time.GetTimestamp();

    public void Report(BackupProgress value)
    {
        if (time.GetElapsedTime(_said) >= Pause)
        {
            _said = time.GetTimestamp();
            error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ProgressBars.Describe(value.Stage)}: {value.Done:N0} of {value.Total:N0}{(value.Table is null ? " bytes" : $" rows, {value.Table}")}"));
        }
    }
}
