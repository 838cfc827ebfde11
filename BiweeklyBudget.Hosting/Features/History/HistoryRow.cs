using System.Globalization;
using BiweeklyBudget.Core.Changes;

namespace BiweeklyBudget.Hosting.Features.History;

/// <summary>A change as the history shows it.</summary>
/// <param name="Change">The change.</param>
/// <param name="Fields">What it set.</param>
internal sealed record HistoryRow(ChangeDetails Change, IReadOnlyList<ShownField> Fields)
{
    /// <summary>What was done.</summary>
    public string Heading => ChangeWords.Heading(Change);

    /// <summary>Where the record is, below the app's path, and its dialog; null when it is gone or has no place.</summary>
    public (string Page, string Dialog)? Place => ChangeWords.About(Change) is { After: not null, Record: var record } && int.TryParse(record.Key.Split('\n')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        ? record.Kind switch
        {
            RecordKind.Transaction or RecordKind.Split => Of("transactions", "transaction", id),
            RecordKind.ScheduledTransaction => Of("scheduled", "scheduled", id),
            RecordKind.Budget => Of("budgets", "budget", id),
            RecordKind.Account => Of("accounts", "account", id),
            RecordKind.Project => Of("projects", "project", id),
            RecordKind.FuelFill => ("~/fuel", string.Create(CultureInfo.InvariantCulture, $"~/dialogs/fuel/{id}")),
            RecordKind.Vehicle => ("~/fuel", string.Create(CultureInfo.InvariantCulture, $"~/dialogs/vehicle/{id}")),
            _ => null,
        }
        : null;

    private static (string Page, string Dialog) Of(string page, string dialog, int id) => (string.Create(CultureInfo.InvariantCulture, $"~/{page}/{id}"), string.Create(CultureInfo.InvariantCulture, $"~/dialogs/{dialog}/{id}"));
}
