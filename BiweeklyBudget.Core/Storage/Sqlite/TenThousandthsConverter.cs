using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BiweeklyBudget.Core.Storage.Sqlite;

/// <summary>
/// Money on SQLite: an INTEGER of ten-thousandths, so that the database adds, compares and sorts exactly. Surplus
/// decimals round half away from zero and values that DECIMAL(10,4) cannot hold are refused, as on MySQL.
/// Multiply and divide money in memory only: in SQL the factor would be scaled too.
/// </summary>
internal sealed class TenThousandthsConverter() : ValueConverter<decimal, long>(value => ToStored(value), stored => stored / 10000m)
{
    private const decimal Limit = 1_000_000m;

    private static long ToStored(decimal value)
    {
        var rounded = decimal.Round(value, 4, MidpointRounding.AwayFromZero);
        if (Math.Abs(rounded) >= Limit)
        {
            throw new OverflowException("An amount must be smaller than 1,000,000.");
        }

        return (long)(rounded * 10000m);
    }
}
