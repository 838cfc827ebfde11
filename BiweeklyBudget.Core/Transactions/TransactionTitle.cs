using System.Text.RegularExpressions;

namespace BiweeklyBudget.Core.Transactions;

/// <summary>What a person calls a transaction whose stored description, which stays as upstream writes it, speaks of tables and ids.</summary>
internal static partial class TransactionTitle
{
    /// <summary>The title of a transaction: its description; of one that stands in for a skipped occurrence <c>Skipped: Coffee (any day)</c>; of a transfer and of a payment for fuel the description without ids.</summary>
    /// <param name="description">Its description.</param>
    /// <param name="scheduledId">Its scheduled transaction.</param>
    /// <param name="scheduledDescription">What the scheduled transaction is; null when it is gone.</param>
    /// <param name="timesPerPeriod">How often it occurs in each period, on any day; null for one that has its days.</param>
    public static string Of(string description, int? scheduledId, string? scheduledDescription, int? timesPerPeriod) =>
        SkippedTitle.IsSkipped(description, scheduledId) ? SkippedTitle.Of(description, scheduledId, scheduledDescription, timesPerPeriod) : WithoutIds(description);

    // Only descriptions that have the whole form that the program gives them (spec/domain.md §10, spec/fuel.md): anything else is somebody's own text.
    private static string WithoutIds(string description) => Transfer().Match(description) is { Success: true } transfer
        ? $"{transfer.Groups["kind"]} from {transfer.Groups["from"]} to {transfer.Groups["to"]}"
        : Fill().Match(description) is { Success: true } fill ? $"{fill.Groups["place"]} - fuel ({fill.Groups["vehicle"]})" : description;

    [GeneratedRegex(@"^(?<kind>(?:Budget|Account) Transfer - -?[0-9.]+) from (?<from>.+) \([0-9]+\) to (?<to>.+) \([0-9]+\)\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Transfer();

    [GeneratedRegex(@"^(?<place>.*) - FuelFill #[0-9]+ \((?<vehicle>.*)\)\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fill();
}
