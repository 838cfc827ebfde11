using BiweeklyBudget.Hosting.Features.CreditPayoff;

namespace BiweeklyBudget.Hosting.Tests.Features.CreditPayoff;

public sealed class MonthsTextTests
{
    [Theory]
    [InlineData(0, "0 months")]
    [InlineData(1, "1 month")]
    [InlineData(3, "3 months")]
    [InlineData(12, "1.0 years")]
    [InlineData(15, "1.2 years")] // 1.25 to the even 1.2
    [InlineData(21, "1.8 years")] // 1.75 to the even 1.8
    [InlineData(28, "2.3 years")] // 2.33
    [InlineData(30, "2.5 years")]
    [InlineData(55, "4.6 years")] // 4.58
    public void Months_become_years_at_twelve(int months, string text) => Assert.Equal(text, MonthsText.Of(months));
}
