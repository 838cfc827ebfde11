using System.Globalization;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>Stores increases and one-time payments (spec/credit-payoff.md §10, spec/http-api.md §17.1), each list sorted by date.</summary>
internal sealed class SavePayoffSettings(BudgetDbContext database) : SaveSetting<PayoffSettingsChange, PayoffSettings>(database, PayoffSettings.SettingName)
{
    // The column is TEXT.
    private const int LongestValue = 65_535;

    protected override void CheckAlone(PayoffSettingsChange command, Problems problems)
    {
        CheckList(nameof(command.Increases), command.Increases, problems);
        CheckList(nameof(command.OneTimes), command.OneTimes, problems);
        if (!problems.Any && Json(Value(command)).Length > LongestValue)
        {
            problems.Refuse(ProblemCode.TooMany, "There are too many entries; nothing was saved.");
        }
    }

    protected override PayoffSettings Value(PayoffSettingsChange command) =>
        new([.. command.Increases.OrderBy(change => change.Date)], [.. command.OneTimes.OrderBy(change => change.Date)]);

    protected override string Json(PayoffSettings value) => value.ToJson();

    private static void CheckList(string property, IReadOnlyList<PlannedChange> changes, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(changes, property);
        if (changes.Count > PayoffSettingsChange.MostEntries)
        {
            problems.Add(property, ProblemCode.TooMany, string.Create(CultureInfo.InvariantCulture, $"Cannot have more than {PayoffSettingsChange.MostEntries} entries"));
            return;
        }

        for (var i = 0; i < changes.Count; i++)
        {
            problems.RequirePositiveAmount(string.Create(CultureInfo.InvariantCulture, $"{property}[{i}].{nameof(PlannedChange.Amount)}"), changes[i].Amount);
        }
    }
}
