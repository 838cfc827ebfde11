using System.Diagnostics.Metrics;

namespace BiweeklyBudget.Core.Storage;

/// <summary>What a program may measure of the engine's work. Whoever listens to the meter is told how many and why; never an amount, a name or a number of an account.</summary>
internal static class EngineMeter
{
    /// <summary>The meter's name.</summary>
    public const string Name = "BiweeklyBudget";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Imported = Meter.CreateCounter<long>("biweeklybudget.import.transactions", "{transaction}", "Bank transactions that imports brought, new ones and those that were there already.");

    private static readonly Counter<long> Backups = Meter.CreateCounter<long>("biweeklybudget.backups", "{backup}", "Automatic backups that were made and verified, or failed (error.type).");

    /// <summary>A statement was imported.</summary>
    public static void StatementImported(int added, int updated)
    {
        Imported.Add(added, KeyValuePair.Create<string, object?>("outcome", "new"));
        Imported.Add(updated, KeyValuePair.Create<string, object?>("outcome", "updated"));
    }

    /// <summary>A backup was made.</summary>
    /// <param name="reason">Why.</param>
    public static void BackupMade(string reason) => Backups.Add(1, KeyValuePair.Create<string, object?>("reason", reason));

    /// <summary>A backup was not made.</summary>
    /// <param name="reason">Why it was to be.</param>
    /// <param name="fault">What went wrong.</param>
    public static void BackupFailed(string reason, Exception fault) =>
        Backups.Add(1, KeyValuePair.Create<string, object?>("reason", reason), KeyValuePair.Create<string, object?>("error.type", fault.GetType().FullName));
}
