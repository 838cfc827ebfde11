using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Hosting.Ui;
using Microsoft.AspNetCore.Html;

namespace BiweeklyBudget.Hosting.Tests.Ui;

/// <summary>Days as the household's region writes them; the patterns are CLDR's short dates with years of four digits.</summary>
public sealed class DayFormatTests
{
    private static readonly DateOnly Day = new(2017, 7, 8);

    [Theory]
    [InlineData("en-US", "7/8/2017", DayOfWeek.Sunday)]
    [InlineData("en-GB", "08/07/2017", DayOfWeek.Monday)]
    [InlineData("de-DE", "08.07.2017", DayOfWeek.Monday)]
    [InlineData("sv-SE", "2017-07-08", DayOfWeek.Monday)]
    [InlineData("ja-JP", "2017/07/08", DayOfWeek.Sunday)]
    [InlineData("ar-EG", "8/7/2017", DayOfWeek.Saturday)]
    [InlineData("th-TH", "8/7/2017", DayOfWeek.Sunday)]
    [InlineData("fa-IR", "2017/7/8", DayOfWeek.Saturday)]
    public void A_region_has_its_order_its_marks_and_its_week(string locale, string text, DayOfWeek first)
    {
        var format = DayFormat.Of(locale);

        Assert.Equal((text, first), (format.Text(Day), format.FirstDay));
    }

    [Fact]
    public void Years_have_four_digits() => Assert.Equal("4/3/0033", DayFormat.Of("en-US").Text(new DateOnly(33, 4, 3)));

    [Fact]
    public void Nothing_is_empty_or_what_is_said_instead()
    {
        var format = DayFormat.Of("en-US");

        Assert.Equal(("", "", "", "any day"), (format.Text((DateOnly?)null), format.Text((DateTime?)null), format.Instant(null), Html(format.Tag((DateOnly?)null, "any day"))));
    }

    [Fact]
    public void Programs_can_read_an_element_and_a_period_is_two()
    {
        var format = DayFormat.Of("de-DE");

        Assert.Equal("<time datetime=\"2017-07-08\">08.07.2017</time>", Html(format.Tag(Day)));
        Assert.Equal("08.07.2017 to 21.07.2017", format.Text(PayCalendar.Fortnightly(Day).Containing(Day)));
        Assert.Equal("08.07.2017 06:24 UTC", format.Instant(new DateTime(2017, 7, 8, 6, 24, 44, DateTimeKind.Utc)));
    }

    private static string Html(IHtmlContent content)
    {
        using var writer = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        content.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return writer.ToString();
    }
}
