using BiweeklyBudget.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Settings;

/// <summary>The settings of the household that the database holds.</summary>
/// <param name="Rows">Values by name; JSON.</param>
/// <param name="Change">The last change of a setting that the record of changes knows; 0 for none.</param>
internal sealed record StoredHousehold(IReadOnlyDictionary<string, string?> Rows, long Change)
{
    /// <summary>Nothing is stored.</summary>
    public static StoredHousehold Empty { get; } = new(new Dictionary<string, string?>(), 0);

    /// <summary>Reads them with two statements.</summary>
    public static async Task<StoredHousehold> ReadAsync(BudgetDbContext database, CancellationToken cancellationToken)
    {
        // The record first: what is changed between the two is read once more, not missed.
        var change = await database.ChangedRows.Where(row => row.TableName == "settings" && HouseholdRow.Names.Contains(row.RowKey)).MaxAsync(row => (long?)row.ChangeId, cancellationToken).ConfigureAwait(false);
        var rows = await database.StoredSettings.Where(row => HouseholdRow.Names.Contains(row.Name)).Select(row => new { row.Name, row.Value }).ToDictionaryAsync(row => row.Name, row => row.Value, StringComparer.Ordinal, cancellationToken).ConfigureAwait(false);
        return new StoredHousehold(rows, change ?? 0);
    }
}
