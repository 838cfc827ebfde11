using System.Globalization;
using BiweeklyBudget.Hosting.Ui;

namespace BiweeklyBudget.Hosting.Tests.Ui;

public sealed class RemainingColourTests
{
    [Theory]
    [InlineData("100", "green")]
    [InlineData("99.9999", "yellow")]
    [InlineData("0", "red")]
    public void The_tile_turns_green_at_one_hundred(string remaining, string colour) =>
        Assert.Equal(colour, RemainingColour.Of(decimal.Parse(remaining, CultureInfo.InvariantCulture)));
}
