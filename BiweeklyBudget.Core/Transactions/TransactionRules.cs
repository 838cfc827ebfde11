using System.Globalization;
using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Transactions;

/// <summary>What holds for a transaction whoever saves it: a form, or a reconciliation that makes it from a bank transaction (spec/http-api.md §7.1).</summary>
internal static class TransactionRules
{
    /// <summary>Rules that need no database.</summary>
    public static void CheckAlone(TransactionChange command, Problems problems)
    {
        problems.RequireText(nameof(command.Description), command.Description, "Description cannot be empty");
        problems.RequireAmount(nameof(command.Amount), command.Amount);
        problems.CheckText(nameof(command.Notes), command.Notes);
        problems.CheckAmount(nameof(command.SalesTax), command.SalesTax);
        if (problems.Knows(nameof(command.Splits)))
        {
            CheckSplitsAlone(command, problems);
        }
    }

    /// <summary>The budgets of the splits that are known; none when there are too many to look at.</summary>
    public static IEnumerable<int> BudgetsOf(TransactionChange command, Problems problems) => Known(command, problems).Select(split => split.BudgetId);

    /// <summary>Checks the splits: their budgets, and that they add up.</summary>
    /// <param name="command">The transaction.</param>
    /// <param name="budgets">All budgets of its splits that there are.</param>
    /// <param name="used">Budgets that the stored transaction has already, and may keep though they are not in use any more.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static void CheckSplits(TransactionChange command, LockedBudgets budgets, IReadOnlySet<int> used, Problems problems)
    {
        var isNew = command.Id is null && problems.Knows(nameof(command.Id));
        foreach (var (index, budgetId) in Known(command, problems))
        {
            CheckBudget(Path(index, nameof(Split.BudgetId)), budgets.Find(budgetId), budgetId, isNew, used.Contains(budgetId), problems);
        }

        CheckSum(command, problems);
    }

    private static void CheckSplitsAlone(TransactionChange command, Problems problems)
    {
        if (command.Splits.Count > TransactionChange.MostSplits)
        {
            problems.Add(nameof(command.Splits), ProblemCode.TooMany, string.Create(CultureInfo.InvariantCulture, $"A transaction can have at most {TransactionChange.MostSplits} splits."));
            return;
        }

        if (command.Splits.Count == 0)
        {
            problems.Add(nameof(command.Splits), ProblemCode.Missing, "Transactions must have a budget.");
        }

        var known = Known(command, problems).Select(split => split.BudgetId).ToList();
        if (known.Distinct().Count() < known.Count)
        {
            problems.Add(nameof(command.Splits), ProblemCode.Repeated, "Error: A given budget may only be specified once.");
        }

        foreach (var (index, split) in command.Splits.Index())
        {
            problems.CheckAmount(Path(index, nameof(split.Amount)), split.Amount);
        }
    }

    private static string Path(int split, string property) => string.Create(CultureInfo.InvariantCulture, $"{nameof(TransactionChange.Splits)}[{split}].{property}");

    /// <summary>The budgets that are known, each with the place of its split; none when there are too many to look at.</summary>
    private static List<(int Index, int BudgetId)> Known(TransactionChange command, Problems problems) => problems.Knows(nameof(command.Splits)) && command.Splits.Count <= TransactionChange.MostSplits
        ? [.. command.Splits.Index().Where(split => problems.Knows(Path(split.Index, nameof(Split.BudgetId)))).Select(split => (split.Index, split.Item.BudgetId))]
        : [];

    private static void CheckBudget(string property, Budget? budget, int id, bool isNew, bool isUsed, Problems problems)
    {
        switch (budget)
        {
            case null:
                problems.Add(property, ProblemCode.NotFound, string.Create(CultureInfo.InvariantCulture, $"Budget ID {id} is invalid."));
                break;
            case { IsActive: not true } when isNew:
                problems.Add(property, ProblemCode.Inactive, $"New transactions cannot use an inactive budget ({budget.Name}).");
                break;
            case { IsActive: not true } when !isUsed:
                problems.Add(property, ProblemCode.Inactive, $"Existing transactions cannot be changed to use an inactive budget ({budget.Name}).");
                break;
        }
    }

    private static void CheckSum(TransactionChange command, Problems problems)
    {
        var isKnown = problems.Knows(nameof(command.Amount)) && problems.Knows(nameof(command.Splits))
            && command.Splits.Count is > 0 and <= TransactionChange.MostSplits
            && Enumerable.Range(0, command.Splits.Count).All(index => problems.Knows(Path(index, nameof(Split.Amount))));
        if (!isKnown)
        {
            return;
        }

        // The sum starts at 0.0, so that it always shows a decimal (spec/domain.md §7).
        var sum = command.Splits.Aggregate(0.0m, (total, split) => total + split.Amount);
        if (sum != command.Amount)
        {
            problems.Add(
                nameof(command.Splits),
                ProblemCode.SumDiffers,
                string.Create(CultureInfo.InvariantCulture, $"Sum of all budget amounts ({sum}) must equal Transaction amount ({command.Amount})."));
        }
    }
}
