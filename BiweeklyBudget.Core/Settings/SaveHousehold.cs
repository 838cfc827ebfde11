using System.Globalization;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Settings;

/// <summary>Stores the settings of the household that a change makes different, each as a row of its own. One that the environment or a file says cannot be changed here.</summary>
/// <param name="database">The database; the context itself is neither used nor changed.</param>
/// <param name="given">The settings without what the database says.</param>
internal sealed class SaveHousehold(BudgetDbContext database, BudgetSettings given) : SaveOperation<SettingsChange, IReadOnlyList<HouseholdRow>, StoredHousehold>(database)
{
    protected override void CheckAlone(SettingsChange command, Problems problems)
    {
        problems.CheckDate(nameof(command.Payday), command.Payday);
        problems.CheckDate(nameof(command.ReconcileBegin), command.ReconcileBegin);
        if (command.StaleDataDays is < 0 or > HouseholdRow.MostStaleDays)
        {
            problems.Add(nameof(command.StaleDataDays), ProblemCode.OutOfRange, string.Create(CultureInfo.InvariantCulture, $"Must be from 0 to {HouseholdRow.MostStaleDays} days"));
        }

        if (!Currencies.IsKnown(command.CurrencyCode))
        {
            problems.Add(nameof(command.CurrencyCode), ProblemCode.BadFormat, "There is no such currency. Three capital letters, for example EUR");
        }

        if (!HouseholdRow.IsLocale(command.LocaleName))
        {
            problems.Add(nameof(command.LocaleName), ProblemCode.BadFormat, "There is no such region. A language and a country, for example de_DE");
        }

        if (!Enum.IsDefined(command.Theme))
        {
            problems.Add(nameof(command.Theme), ProblemCode.BadFormat, "Must be system, light or dark");
        }

        RequireUnit(nameof(command.FuelVolumeUnit), command.FuelVolumeUnit);
        RequireUnit(nameof(command.FuelVolumeAbbreviation), command.FuelVolumeAbbreviation);
        RequireUnit(nameof(command.DistanceUnit), command.DistanceUnit);
        RequireUnit(nameof(command.DistanceUnitAbbreviation), command.DistanceUnitAbbreviation);
        RequireUnit(nameof(command.FuelEconomyAbbreviation), command.FuelEconomyAbbreviation);

        void RequireUnit(string property, string text) => problems.RequireText(property, text, "Cannot be empty", HouseholdRow.LongestUnit);
    }

    protected override async Task<IReadOnlyList<HouseholdRow>> CheckAsync(RunningSave save, SettingsChange command, Problems problems, CancellationToken cancellationToken)
    {
        var before = given.CompletedBy(await StoredHousehold.ReadAsync(save.Database, cancellationToken).ConfigureAwait(false));
        var after = command.ApplyTo(before);
        var changed = HouseholdRow.All.Where(row => row.Text(before) != row.Text(after)).ToList();
        foreach (var row in changed.Where(row => given.IsFixed(row.Setting)))
        {
            problems.Add(row.Property, ProblemCode.InUse, $"{row.Name} is set where the program is started; it can be changed only there");
        }

        if (before.DefaultAccountId != after.DefaultAccountId && !await save.Database.Accounts.AnyAsync(account => account.Id == command.DefaultAccountId, cancellationToken).ConfigureAwait(false))
        {
            problems.Add(nameof(command.DefaultAccountId), ProblemCode.NotFound, "There is no such account");
        }

        if (before.FuelBudgetId != after.FuelBudgetId && !await save.Database.Budgets.AnyAsync(budget => budget.Id == command.FuelBudgetId, cancellationToken).ConfigureAwait(false))
        {
            problems.Add(nameof(command.FuelBudgetId), ProblemCode.NotFound, "There is no such budget");
        }

        return changed;
    }

    protected override async Task<Outcome<StoredHousehold>> StoreAsync(RunningSave save, SettingsChange command, IReadOnlyList<HouseholdRow> rows, CancellationToken cancellationToken)
    {
        var after = command.ApplyTo(given);
        foreach (var row in rows)
        {
            await SettingRow.WriteAsync(save, row.Name, row.Json(after), cancellationToken).ConfigureAwait(false);
        }

        return new Outcome<StoredHousehold>.Saved(await StoredHousehold.ReadAsync(save.Database, cancellationToken).ConfigureAwait(false));
    }
}
