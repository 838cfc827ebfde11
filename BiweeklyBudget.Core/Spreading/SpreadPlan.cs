using System.Globalization;
using BiweeklyBudget.Core.Saving;

namespace BiweeklyBudget.Core.Spreading;

/// <summary>
/// Which transfers a spread is (docs/adr/0038). What is given comes, in this order, from the budgets that something is taken from, in a past period from what budgets did not spend, off
/// the income, and from the charged budget.
/// </summary>
internal static class SpreadPlan
{
    /// <summary>Plans the transfers.</summary>
    /// <param name="money">What is there.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="problems">Takes what is wrong with it.</param>
    /// <returns>The transfers, and what is left over after them; null when something is wrong.</returns>
    public static (IReadOnlyList<SpreadMove> Moves, decimal LeftOver)? Of(SpreadableMoney money, Spread command, Problems problems)
    {
        var budgets = money.Budgets.ToDictionary(budget => budget.Id);
        var before = problems.Found.Count;
        foreach (var (place, share) in command.Shares.Index())
        {
            CheckShare(budgets.GetValueOrDefault(share.BudgetId), share, place, problems);
        }

        if (problems.Found.Count > before || !problems.Knows(nameof(command.Shares)))
        {
            return null;
        }

        List<SpreadSource> targets = [.. command.Shares.Where(share => share.Amount > 0).Select(share => new SpreadSource(share.BudgetId, budgets[share.BudgetId].Name, share.Amount))];
        List<SpreadSource> sources = [.. command.Shares.Where(share => share.Amount < 0).Select(share => new SpreadSource(share.BudgetId, budgets[share.BudgetId].Name, -share.Amount))];
        var cost = command.Shares.Sum(share => budgets[share.BudgetId].CostOf(share.Amount));
        var rest = targets.Sum(target => target.Amount) - sources.Sum(source => source.Amount);
        if (rest < 0)
        {
            problems.Add(nameof(command.Shares), ProblemCode.SumDiffers, "More is taken from budgets than is given to others.");
            return null;
        }

        if (cost > 0 && cost > money.LeftOver)
        {
            problems.Add(nameof(command.Shares), ProblemCode.OutOfRange, "That is more than is left over.");
            return null;
        }

        var unspent = money.IsPast ? money.Budgets.Where(budget => budget.Takeable > 0).Select(budget => new SpreadSource(budget.Id, budget.Name, budget.Takeable)) : [];
        foreach (var source in unspent.Concat(money.Incomes))
        {
            var taken = Math.Min(rest, source.Amount);
            rest -= taken;
            sources.AddRange(taken > 0 ? [source with { Amount = taken }] : []);
        }

        if (rest > 0)
        {
            if (Charged(command, budgets, problems) is not { } charged)
            {
                return null;
            }

            sources.Add(new SpreadSource(charged.Id, charged.Name, rest));
        }

        return ([.. Pairs(sources, targets)], money.LeftOver - cost);
    }

    private static void CheckShare(SpreadableBudget? budget, SpreadShare share, int place, Problems problems)
    {
        var property = string.Create(CultureInfo.InvariantCulture, $"{nameof(Spread.Shares)}[{place}]");
        if (budget is null)
        {
            problems.Add(property + ".BudgetId", ProblemCode.NotFound, $"Budget ID {share.BudgetId} is invalid.");
        }
        else if (share.Amount > 0 && !budget.IsTarget)
        {
            problems.Add(property + ".BudgetId", ProblemCode.WrongKind, $"What {budget.Name} did not spend in a past period is left over already: it can only be moved to standing budgets.");
        }
        else if (-share.Amount > budget.Takeable || (share.Amount < 0 && !budget.IsTarget))
        {
            problems.Add(property + ".Amount", ProblemCode.OutOfRange, budget.IsTarget && !budget.IsStanding ? $"{budget.Name} does not have that much left." : $"Nothing can be taken from {budget.Name} here.");
        }
    }

    private static SpreadableBudget? Charged(Spread command, Dictionary<int, SpreadableBudget> budgets, Problems problems)
    {
        if (command.ChargedBudgetId is not { } id)
        {
            problems.Add(nameof(command.ChargedBudgetId), ProblemCode.Missing, "Please choose the budget that is charged with it.");
            return null;
        }

        if (budgets.GetValueOrDefault(id) is not { IsChargeable: true } charged)
        {
            problems.Add(nameof(command.ChargedBudgetId), ProblemCode.WrongKind, "Only a periodic budget that has nothing left can be charged.");
            return null;
        }

        if (command.Shares.Any(share => share.BudgetId == id))
        {
            problems.Add(nameof(command.ChargedBudgetId), ProblemCode.Contradiction, "The charged budget cannot get anything itself.");
            return null;
        }

        return charged;
    }

    // First come, first served: as few transfers as the order allows.
    private static IEnumerable<SpreadMove> Pairs(List<SpreadSource> sources, List<SpreadSource> targets)
    {
        var (place, used) = (0, 0m);
        foreach (var target in targets)
        {
            var wanted = target.Amount;
            while (wanted > 0)
            {
                var amount = Math.Min(wanted, sources[place].Amount - used);
                yield return new SpreadMove(sources[place], target, amount);
                (wanted, used) = (wanted - amount, used + amount);
                if (used == sources[place].Amount)
                {
                    (place, used) = (place + 1, 0m);
                }
            }
        }
    }
}
