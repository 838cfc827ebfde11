using System.Globalization;
using BiweeklyBudget.Core.Forms;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>Stores the user's own order of cards.</summary>
/// <param name="database">The database.</param>
public sealed class SaveCardOrder(BudgetDbContext database)
{
    private const int MostCards = 1000;

    /// <summary>Checks and stores.</summary>
    /// <param name="form">The field <c>order</c>: account ids with commas between them.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    /// <returns>Saved, or why not.</returns>
    public async Task<SaveResult> ExecuteAsync(FormValues form, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        var ids = new List<int>();
        foreach (var part in form["order"].Text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || ids.Contains(id) || ids.Count == MostCards)
            {
                return new SaveResult.Refused(new FieldErrors(form).Add("order", "Must be account ids with commas between them, each once"));
            }

            ids.Add(id);
        }

        return ids.Count == 0
            ? new SaveResult.Refused(new FieldErrors(form).Add("order", "Must name at least one account"))
            : await SettingRow.SaveAsync(database, CardOrder.SettingName, CardOrder.ToJson(ids), "Successfully saved the order of cards.", cancellationToken).ConfigureAwait(false);
    }
}
