using BiweeklyBudget.Core.Transactions;

namespace BiweeklyBudget.Core.Tests.Transactions;

public sealed class TransactionTitleTests
{
    [Theory]
    [InlineData("Budget Transfer - 123.45 from Periodic2 (2) to Periodic1 (1)", "Budget Transfer - 123.45 from Periodic2 to Periodic1")]
    [InlineData("Account Transfer - 5 from Cash (old) (3) to BankOne (1)", "Account Transfer - 5 from Cash (old) to BankOne")]
    [InlineData("Fill Location2 - FuelFill #8 (Veh1)", "Fill Location2 - fuel (Veh1)")]
    [InlineData(" - FuelFill #8 (Car (red))", " - fuel (Car (red))")]
    public void A_description_that_the_program_wrote_is_shown_without_ids(string description, string title) => Assert.Equal(title, TransactionTitle.Of(description, null, null, null));

    [Theory]
    [InlineData("Tickets for 2 (3)")]
    [InlineData("Budget Transfer - the leaflet")]
    [InlineData("Budget Transfer - 123.45 from a very long name (2) to something that was cut o…")]
    [InlineData("Paid FuelFill #8")]
    public void A_description_of_a_person_stays(string description) => Assert.Equal(description, TransactionTitle.Of(description, null, null, null));

    [Fact]
    public void What_stands_in_for_a_skipped_occurrence_is_called_by_it()
    {
        Assert.Equal("Skipped: Coffee (any day)", TransactionTitle.Of("Skip ScheduledTransaction 4 in period 2017-07-21", 4, "Coffee", 2));
        Assert.Equal("Skip ScheduledTransaction 4 in period 2017-07-21", TransactionTitle.Of("Skip ScheduledTransaction 4 in period 2017-07-21", null, null, null));
    }
}
