using BiweeklyBudget.Core.Storage.Backup;

namespace BiweeklyBudget.Hosting.Features.Backups;

/// <summary>A backup that an owner has chosen to restore and that was restored for a trial: what it holds is known.</summary>
/// <param name="UserId">Who chose it; nobody else can restore it.</param>
/// <param name="Name">What it is called on the page.</param>
/// <param name="Path">Its file.</param>
/// <param name="Upload">The private folder that it was uploaded to, which goes with it; null for one of the list.</param>
/// <param name="Passphrase">Its passphrase; null for one without.</param>
/// <param name="Summary">What it holds.</param>
internal sealed record ChosenBackup(int UserId, string Name, string Path, PrivateFolder? Upload, string? Passphrase, BackupSummary Summary) : IDisposable
{
    /// <summary>By which the page's form names it.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("n");

    public void Dispose() => Upload?.Dispose();
}
