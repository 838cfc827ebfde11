using BiweeklyBudget.Core.PayPeriods;

namespace BiweeklyBudget.Core.Tests.PayPeriods;

/// <summary>What is planned is found when it is about to be entered by hand.</summary>
public sealed class PlannedMatchTests
{
    private static readonly DateOnly Day = new(2017, 7, 28);

    private static readonly PeriodEntry[] Planned =
    [
        Occurrence(1, "Salary", -2000m, day: 28),
        Occurrence(2, "Rent for the flat", 700m, day: 30),
        Occurrence(3, "Swimming", 10m, day: 24),
        Occurrence(3, "Swimming", 10m, day: 31),
        Occurrence(4, "Rent", 700m, day: 30) with { AccountId = 2 },
        new() { Kind = PeriodEntryKind.Transaction, Id = 5, Date = Day, Description = "Salary", Amount = -2000m, AccountId = 1 },
    ];

    [Theory]
    [InlineData("Salary", null, 1)]
    [InlineData(" salary of July ", null, 1)]
    [InlineData("SALARY", "-1500", 1)]
    [InlineData("ACME Inc", "-2100", 1)] // a twentieth more
    [InlineData("the rent!", null, 2)]
    [InlineData("My flat", null, 2)]
    [InlineData("", "735", 2)]
    [InlineData("", "665", 2)]
    [InlineData("Pool", "10", 3)]
    public void By_text_or_amount(string description, string? amount, int id) => Assert.Equal([id], Found(description, amount));

    [Theory]
    [InlineData("", null)]
    [InlineData("S", null)]
    [InlineData("the", "1")] // a word of many
    [InlineData("Salary", "2000")] // an expense
    [InlineData("ACME Inc", "-2100.01")]
    [InlineData("Groceries", "42")]
    public void Not_by_what_says_too_little(string description, string? amount) => Assert.Empty(Found(description, amount));

    [Fact]
    public void The_text_counts_before_the_amount_and_an_occurrence_is_the_nearest()
    {
        PeriodEntry[] planned = [.. Planned, Occurrence(6, "Music lesson", 10m, day: 28), Occurrence(7, "Lottery", 10m, day: 28)];
        var found = PlannedMatch.Of(new PlannedQuery(Day, 1, "Swimming", 10m), planned);
        Assert.Equal([(3, 31), (6, 28), (7, 28)], found.Select(entry => (entry.Id, entry.Date!.Value.Day)));
    }

    private static IEnumerable<int> Found(string description, string? amount) =>
        PlannedMatch.Of(new PlannedQuery(Day, 1, description, amount is null ? null : decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)), Planned).Select(entry => entry.Id);

    private static PeriodEntry Occurrence(int id, string description, decimal amount, int day) =>
        new() { Kind = PeriodEntryKind.Scheduled, Id = id, Date = new DateOnly(2017, 7, day), Description = description, Amount = amount, AccountId = 1, Planned = 1, Remaining = 1 };
}
