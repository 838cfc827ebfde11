using System.Globalization;
using System.Text.Json;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Settings;

/// <summary>
/// Settings that stand in the database because the first-run page asked for them: rows PAY_PERIOD_START_DATE and RECONCILE_BEGIN_DATE
/// of the table <c>settings</c>, each a JSON string <c>"YYYY-MM-DD"</c>.
/// </summary>
internal static class StoredSettings
{
    // Each round lost to another writer leaves a row behind, so the second one usually finds everything stored.
    private const int Rounds = 5;

    private static readonly Problem Busy = new(null, ProblemCode.Busy, "Somebody else saved the payday at this moment; nothing was saved. Please try again.");

    /// <summary>Reads the stored dates.</summary>
    /// <param name="database">The database.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The dates; null for what is not stored or not readable.</returns>
    public static async Task<StoredDates> ReadAsync(BudgetDbContext database, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        return DatesOf(await ReadRowsAsync(database, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>
    /// Stores the first payday, and as reconcile begin date too unless there is one. A stored payday stays: of several callers at once the first
    /// one wins, and all get its date.
    /// </summary>
    /// <param name="database">The database; the context itself is neither used nor changed.</param>
    /// <param name="payday">First day of a pay period.</param>
    /// <param name="cancellationToken">Ends the saving.</param>
    /// <returns>What is stored now.</returns>
    public static Task<Outcome<StoredDates>> SaveFirstPaydayAsync(BudgetDbContext database, DateOnly payday, CancellationToken cancellationToken) =>
        AtomicSave.RunAsync(database, "SaveFirstPayday", (save, token) => StoreAsync(save, payday, token), duplicate: null, cancellationToken);

    private static async Task<Outcome<StoredDates>> StoreAsync(RunningSave save, DateOnly payday, CancellationToken cancellationToken)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var rows = await ReadRowsAsync(save.Database, cancellationToken).ConfigureAwait(false);
            var stored = DatesOf(rows);
            if (stored is { PayPeriodStart: not null, ReconcileBegin: not null })
            {
                return new Outcome<StoredDates>.Saved(stored);
            }

            await StoreMissingAsync(save, rows, stored, payday, cancellationToken).ConfigureAwait(false);
        }

        return new Outcome<StoredDates>.Refused(Busy);
    }

    /// <summary>Adds the rows that hold no date yet. Where another one was first, the next round reads what that one stored.</summary>
    private static async Task StoreMissingAsync(
        RunningSave save, Dictionary<string, string?> rows, StoredDates stored, DateOnly payday, CancellationToken cancellationToken)
    {
        // A row that holds no date is in the way of a good one.
        foreach (var (name, value) in rows.Where(r => Date(r.Value) is null))
        {
            await save.RemoveAsync(save.Database.StoredSettings.Where(s => s.Name == name && s.Value == value), cancellationToken).ConfigureAwait(false);
        }

        if (stored.PayPeriodStart is null && !await SettingRow.TryAddAsync(save, SettingNames.PayPeriodStartDate, Json(payday), cancellationToken).ConfigureAwait(false))
        {
            // Both dates are one caller's.
            return;
        }

        if (stored.ReconcileBegin is null)
        {
            await SettingRow.TryAddAsync(save, SettingNames.ReconcileBeginDate, Json(stored.PayPeriodStart ?? payday), cancellationToken).ConfigureAwait(false);
        }
    }

    private static StoredDates DatesOf(Dictionary<string, string?> rows) =>
        new(Date(rows.GetValueOrDefault(SettingNames.PayPeriodStartDate)), Date(rows.GetValueOrDefault(SettingNames.ReconcileBeginDate)));

    private static Task<Dictionary<string, string?>> ReadRowsAsync(BudgetDbContext database, CancellationToken cancellationToken) =>
        database.StoredSettings
            .Where(s => s.Name == SettingNames.PayPeriodStartDate || s.Name == SettingNames.ReconcileBeginDate)
            .Select(s => new { s.Name, s.Value }) // not the context's own copies, which may be out of date
            .ToDictionaryAsync(s => s.Name, s => s.Value, cancellationToken);

    private static string Json(DateOnly date) => JsonSerializer.Serialize(DateText.Day(date));

    private static DateOnly? Date(string? json)
    {
        try
        {
            return json is not null
                && JsonSerializer.Deserialize<string>(json) is { } text
                && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? date
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
