using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>Stores a prime rate that a user enters.</summary>
internal sealed class SavePrimeRate(BudgetDbContext database) : SaveSetting<PrimeRate, PrimeRate>(database, PrimeRate.SettingName)
{
    protected override void CheckAlone(PrimeRate command, Problems problems)
    {
        if (command.Rate is < 0 or > 1)
        {
            problems.Add(nameof(command.Rate), ProblemCode.OutOfRange, "Must be between 0 and 100 percent");
        }
    }

    protected override PrimeRate Value(PrimeRate command) => command;

    protected override string Json(PrimeRate value) => value.ToJson();
}
