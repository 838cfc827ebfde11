using BiweeklyBudget.Core.Money;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BiweeklyBudget.Core.Storage.Sqlite;

/// <summary>
/// Money on SQLite: an INTEGER of ten-thousandths, so that the database adds, compares and sorts exactly. Surplus
/// decimals round half away from zero and amounts that no form accepts are refused, so that nothing overflows unnoticed.
/// Multiply and divide money in memory only: in SQL the factor would be scaled too.
/// </summary>
internal sealed class TenThousandthsConverter() : ValueConverter<decimal, long>(value => ToStored(value), stored => stored / 10000m)
{
    internal static long ToStored(decimal value)
    {
        var rounded = decimal.Round(value, 4, MidpointRounding.AwayFromZero);
        if (!StorableAmount.IsInRange(rounded))
        {
            throw new OverflowException(StorableAmount.RangeMessage);
        }

        return (long)(rounded * 10000m);
    }
}
