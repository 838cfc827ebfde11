using BiweeklyBudget.Core.Saving;

namespace BiweeklyBudget.Core.Tests.Saving;

public sealed class ProblemsTests
{
    private const string Property = "Name";

    private readonly Problems _problems = new();

    [Fact]
    public void Text_is_measured_in_characters_and_not_in_utf16_units()
    {
        var smileys = string.Concat(Enumerable.Repeat("\ud83d\ude00", 50));
        _problems.CheckText(Property, smileys, 50);
        Assert.False(_problems.Any);
        _problems.CheckText(Property, smileys + "x", 50);
        Assert.Equal(new Problem(Property, ProblemCode.TooLong, "Cannot be longer than 50 characters"), Assert.Single(_problems.Found));
    }

    [Fact]
    public void Long_text_is_measured_in_bytes()
    {
        _problems.CheckLongText(Property, new string('x', 65_535));
        Assert.False(_problems.Any);
        _problems.CheckLongText(Property, new string('\u20ac', 21_846));
        Assert.Equal(new Problem(Property, ProblemCode.TooLong, "Cannot be longer than 65535 bytes"), Assert.Single(_problems.Found));
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_no_text()
    {
        _problems.RequireText(Property, "a\ud83d", "Name cannot be empty");
        Assert.Equal(new Problem(Property, ProblemCode.BadFormat, "Invalid text value"), Assert.Single(_problems.Found));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t")]
    public void A_blank_text_is_missing(string? text)
    {
        _problems.RequireText(Property, text, "Name cannot be empty");
        Assert.Equal(new Problem(Property, ProblemCode.Missing, "Name cannot be empty"), Assert.Single(_problems.Found));
    }

    [Theory]
    [InlineData("100000000000000", "Amounts must lie between -99,999,999,999,999.9999 and 99,999,999,999,999.9999")]
    [InlineData("-100000000000000", "Amounts must lie between -99,999,999,999,999.9999 and 99,999,999,999,999.9999")]
    [InlineData("0.00001", "Invalid Decimal value: \"0.00001\"")]
    public void An_amount_that_cannot_be_stored_is_out_of_range(string amount, string message)
    {
        _problems.CheckAmount(Property, decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(new Problem(Property, ProblemCode.OutOfRange, message), Assert.Single(_problems.Found));
    }

    [Theory]
    [InlineData("99999999999999.9999")]
    [InlineData("-99999999999999.9999")]
    public void The_greatest_amounts_can_be_stored(string amount)
    {
        _problems.CheckAmount(Property, decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture));
        Assert.False(_problems.Any);
    }

    [Theory]
    [InlineData(1899, 12, 31, false)]
    [InlineData(1900, 1, 1, true)]
    [InlineData(2200, 12, 31, true)]
    [InlineData(2201, 1, 1, false)]
    public void Money_moves_from_1900_to_2200(int year, int month, int day, bool isRight)
    {
        var date = new DateOnly(year, month, day);
        _problems.CheckDate(Property, date);
        _problems.CheckDate(Property, date, stored: date);
        Assert.Equal(isRight ? [] : [new Problem(Property, ProblemCode.OutOfRange, "Dates must lie between 1900-01-01 and 2200-12-31")], _problems.Found);
    }

    [Fact]
    public void Nothing_is_said_about_an_unknown_property_and_no_more_than_twenty_times_the_same()
    {
        var problems = new Problems(new HashSet<string> { Property });
        problems.Add(Property, ProblemCode.Missing, "No");
        Assert.False(problems.Any);
        for (var i = 0; i < 30; i++)
        {
            problems.Add("Other", ProblemCode.Missing, "No");
        }

        Assert.Equal(Problems.MostPerProperty, problems.Found.Count);
    }

    [Fact]
    public void The_first_refusal_counts()
    {
        _problems.Refuse(ProblemCode.NotFound, "first");
        _problems.Refuse(ProblemCode.Busy, "second");
        Assert.Equal(new Problem(null, ProblemCode.NotFound, "first"), _problems.Refusal);
    }
}
