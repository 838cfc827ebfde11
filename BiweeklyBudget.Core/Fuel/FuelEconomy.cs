namespace BiweeklyBudget.Core.Fuel;

/// <summary>Distance and economy by the odometer (spec/fuel.md §1), in whole numbers so that nothing is rounded on the way.</summary>
internal static class FuelEconomy
{
    private const decimal GreatestEconomy = 999_999.9999m;

    /// <summary>The figures of a fill.</summary>
    /// <param name="odometer">Its reading.</param>
    /// <param name="previous">The greatest lower reading of the vehicle.</param>
    /// <param name="volume">How much was filled.</param>
    /// <returns>Nulls where there is nothing to count from, and where the figure is greater than its column: a guess would be worse than none.</returns>
    public static (short? Distance, decimal? Economy) Of(int? odometer, int? previous, decimal? volume)
    {
        if (odometer is not { } reading || previous is not { } before || volume is not { } filled || (long)reading - before > short.MaxValue)
        {
            return (null, null);
        }

        var distance = (short)(reading - before);
        var tenThousandths = (long)(filled * 10_000m);
        var economy = tenThousandths > 0 ? distance * 10_000_000L / tenThousandths / 1000m : (decimal?)null;
        return (distance, economy <= GreatestEconomy ? economy : null);
    }
}
