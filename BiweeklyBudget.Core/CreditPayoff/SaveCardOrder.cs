using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>Stores the user's own order of cards.</summary>
internal sealed class SaveCardOrder(BudgetDbContext database) : SaveSetting<IReadOnlyList<int>, IReadOnlyList<int>>(database, CardOrder.SettingName)
{
    /// <summary>What problems call the order.</summary>
    public const string Accounts = nameof(Accounts);

    private const int MostCards = 1000;

    protected override void CheckAlone(IReadOnlyList<int> command, Problems problems)
    {
        if (command.Count == 0)
        {
            problems.Add(Accounts, ProblemCode.Missing, "Must name at least one account");
        }
        else if (command.Count > MostCards || command.Distinct().Count() < command.Count)
        {
            problems.Add(Accounts, command.Count > MostCards ? ProblemCode.TooMany : ProblemCode.Repeated, "Must be account ids with commas between them, each once");
        }
    }

    protected override IReadOnlyList<int> Value(IReadOnlyList<int> command) => [.. command];

    protected override string Json(IReadOnlyList<int> value) => CardOrder.ToJson(value);
}
