namespace BiweeklyBudget.Core.Transactions;

/// <summary>What a person calls a transaction that stands in for a skipped occurrence; upstream's description of it, which stays in the database, names a table and an id.</summary>
internal static class SkippedTitle
{
    /// <summary>How upstream's description of it begins.</summary>
    public const string DescriptionBegin = "Skip ScheduledTransaction ";

    /// <summary>Whether a transaction stands in for a skipped occurrence.</summary>
    /// <param name="description">Its description.</param>
    /// <param name="scheduledId">Its scheduled transaction.</param>
    public static bool IsSkipped(string description, int? scheduledId) => scheduledId is not null && description.StartsWith(DescriptionBegin, StringComparison.Ordinal);

    /// <summary>The title of a transaction: its description or, of one that stands in, <c>Skipped: Coffee (any day)</c>.</summary>
    /// <param name="description">Its description.</param>
    /// <param name="scheduledId">Its scheduled transaction.</param>
    /// <param name="scheduledDescription">What the scheduled transaction is; null when it is gone.</param>
    /// <param name="timesPerPeriod">How often it occurs in each period, on any day; null for one that has its days.</param>
    public static string Of(string description, int? scheduledId, string? scheduledDescription, int? timesPerPeriod) => (IsSkipped(description, scheduledId), timesPerPeriod) switch
    {
        (false, _) => description,
        (_, null) => $"Skipped: {scheduledDescription}",
        _ => $"Skipped: {scheduledDescription} (any day)",
    };
}
