namespace BiweeklyBudget.Core.Tests.Storage.Backup;

/// <summary>Does something at once whenever progress is reported.</summary>
internal sealed class Reaction<T>(Action<T> react) : IProgress<T>
{
    public void Report(T value) => react(value);
}
