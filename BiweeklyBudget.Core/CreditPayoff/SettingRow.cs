using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>Writes one row of the table <c>settings</c>, whether it is there or not.</summary>
internal static class SettingRow
{
    public static async Task<SaveResult> SaveAsync(BudgetDbContext database, string name, string json, string message, CancellationToken cancellationToken)
    {
        var lost = new SaveResult.Failed("Somebody else saved the same at this moment; nothing was saved. Please try again.");
        var result = await AtomicSave.RunAsync(database, (save, token) => WriteAsync(save.Database, name, json, message, token), () => lost, cancellationToken).ConfigureAwait(false);

        // Two saved the first row at once: now it is there, and the second try changes it.
        return ReferenceEquals(result, lost) ? await AtomicSave.RunAsync(database, (save, token) => WriteAsync(save.Database, name, json, message, token), () => lost, cancellationToken).ConfigureAwait(false) : result;

        static async Task<SaveResult> WriteAsync(BudgetDbContext database, string name, string json, string message, CancellationToken token)
        {
            var changed = await database.StoredSettings.Where(s => s.Name == name)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.Value, json).SetProperty(s => s.IsJson, true), token).ConfigureAwait(false);
            if (changed == 0)
            {
                database.StoredSettings.Add(new StoredSetting { Name = name, Value = json });
                await database.SaveChangesAsync(token).ConfigureAwait(false);
            }

            return new SaveResult.Saved(message);
        }
    }
}
