using System.Globalization;
using BiweeklyBudget.Core.Storage.Sqlite;

namespace BiweeklyBudget.Core.Tests.Storage;

public sealed class ExactSumMappingTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-1", "-0.0001")]
    [InlineData("999999999999999999", "99999999999999.9999")]
    [InlineData("4294967296:0", "1844674407370955.1616")]
    [InlineData("-4294967296:-1", "-1844674407370955.1617")]
    [InlineData("2:1", "858993.4593")]
    public void A_sum_is_a_number_or_two_halves_of_one(string stored, string sum) => Assert.Equal(decimal.Parse(sum, CultureInfo.InvariantCulture), ExactSumMapping.FromStored(stored));
}
