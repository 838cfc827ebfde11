using System.Globalization;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Saving;

namespace BiweeklyBudget.Core.Fuel;

/// <summary>What holds for every fill, entered or imported, and needs no database (spec/http-api.md §14.1 and fix 10).</summary>
internal static class FuelFillRules
{
    private const decimal Greatest = 999_999.9999m;

    /// <summary>The volume as it is stored.</summary>
    public static decimal Rounded(decimal value) => decimal.Round(value, 4, MidpointRounding.AwayFromZero);

    /// <summary>Checks a fill.</summary>
    public static void Check(FuelFillChange fill, Problems problems)
    {
        InRange(nameof(fill.Odometer), fill.Odometer, int.MaxValue);
        InRange(nameof(fill.ReportedDistance), fill.ReportedDistance, short.MaxValue);
        InRange(nameof(fill.LevelBefore), fill.LevelBefore, 100);
        InRange(nameof(fill.LevelAfter), fill.LevelAfter, 100);
        problems.RequireText(nameof(fill.Location), fill.Location, "Cannot be empty");
        Positive(nameof(fill.Price), fill.Price, StorableAmount.Largest);
        CheckTotalCost(fill, problems);
        Positive(nameof(fill.Volume), fill.Volume, Greatest);
        Positive(nameof(fill.ReportedEconomy), fill.ReportedEconomy, Greatest);
        problems.CheckText(nameof(fill.Notes), fill.Notes);

        void InRange(string property, int? value, int greatest)
        {
            if (value is { } number && (number < 0 || number > greatest))
            {
                problems.Add(property, ProblemCode.OutOfRange, string.Create(CultureInfo.InvariantCulture, $"Must be from 0 to {greatest:#,0}"));
            }
        }

        void Positive(string property, decimal? value, decimal greatest)
        {
            if (value is not { } number)
            {
                return;
            }

            if (number > greatest)
            {
                problems.Add(property, ProblemCode.OutOfRange, string.Create(CultureInfo.InvariantCulture, $"Must be at most {greatest:#,0.####}"));
            }
            else if (number < 0 || Rounded(number) == 0)
            {
                problems.Add(property, ProblemCode.OutOfRange, "Must be greater than zero");
            }
        }
    }

    private static void CheckTotalCost(FuelFillChange fill, Problems problems)
    {
        problems.CheckAmount(nameof(fill.TotalCost), fill.TotalCost);
        if (fill.TotalCost <= 0)
        {
            problems.Add(nameof(fill.TotalCost), ProblemCode.OutOfRange, fill.TotalCost == 0 ? "Total Cost cannot be zero" : "Total Cost cannot be negative");
        }
    }
}
