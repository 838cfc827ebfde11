namespace BiweeklyBudget.Core.Accounts;

/// <summary>When an account's data is too old (spec/domain.md §11).</summary>
internal static class Staleness
{
    /// <summary>Whether the latest statement is older than the setting allows.</summary>
    /// <param name="newestStatementUtc">Greatest as-of time of the account's statements; null when it has none.</param>
    /// <param name="nowUtc">Now.</param>
    /// <param name="staleDays">The setting STALE_DATA_TIMEDELTA, in days.</param>
    /// <returns><see langword="true"/> when the age exceeds the limit; an account without statements is never stale.</returns>
    public static bool IsStale(DateTime? newestStatementUtc, DateTime nowUtc, int staleDays) =>
        newestStatementUtc is { } newest && nowUtc - newest > TimeSpan.FromDays(staleDays);
}
