using BiweeklyBudget.Core.Settings;

namespace BiweeklyBudget.Core.Tests.Settings;

/// <summary>FUEL_LEVELS (spec/since-1.6.md §7).</summary>
public sealed class FuelLevelListTests
{
    [Fact]
    public void Levels_are_read_in_their_order_and_labels_may_hold_colons() =>
        Assert.Equal([new FuelLevel("E", 0), new FuelLevel("1/4", 25), new FuelLevel("a:b", 50), new FuelLevel("F", 100)], FuelLevelList.Read("E:0, 1/4 : 25,a:b:50,F:100"));

    [Theory]
    [InlineData("F:100", "there must be at least two levels")]
    [InlineData("E:0,1/2", "\"1/2\" is not a label and a percentage with a colon between them")]
    [InlineData(":0,F:100", "a level has no label")]
    [InlineData("E:zero,F:100", "\"zero\" is not a percentage in whole digits")]
    [InlineData("E:0.5,F:100", "\"0.5\" is not a percentage in whole digits")]
    [InlineData("E:-1,F:100", "\"-1\" is not a percentage in whole digits")]
    [InlineData("E:0,F:150", "the percentage 150 of \"F\" is not from 0 to 100")]
    [InlineData("E:0,E:50,F:100", "the label \"E\" is there twice")]
    [InlineData("E:0,1/2:50,half:50,F:100", "the percentage 50 is there twice")]
    public void A_fault_ends_the_start_with_its_reason(string text, string reason) =>
        Assert.Equal($"ERROR: FUEL_LEVELS setting is invalid: {reason}", Assert.Throws<SettingsException>(() => FuelLevelList.Read(text)).Message);
}
