using System.Globalization;
using BiweeklyBudget.Core.Statements.Ofx;

namespace BiweeklyBudget.Core.Tests.Statements.Ofx;

/// <summary>spec/bank-data.md §1.4; more forms stand in the fixture of time zones.</summary>
public sealed class OfxDateTests
{
    [Theory]
    [InlineData("20170704", "2017-07-04T00:00:00")]
    [InlineData("2017070415", "2017-07-04T15:00:00")]
    [InlineData("201707041530", "2017-07-04T15:30:00")]
    [InlineData("20170704153059", "2017-07-04T15:30:59")]
    [InlineData("20170704153059.99999", "2017-07-04T15:30:59")]
    [InlineData("20170704120000 [-5:EST]", "2017-07-04T17:00:00")]
    [InlineData("20170704120000[-5:]", "2017-07-04T17:00:00")]
    [InlineData("20170704120000[5.75:NPT]", "2017-07-04T06:15:00")]
    [InlineData("20170704120000[GMT]", "2017-07-04T12:00:00")]
    [InlineData("20170704120000[:GMT]", "2017-07-04T12:00:00")]
    [InlineData("20160229", "2016-02-29T00:00:00")]
    [InlineData("20170101000000[+1:CET]", "2016-12-31T23:00:00")]
    [InlineData("201707041530590", "2017-07-04T15:30:59")]
    [InlineData("2017070415305999", "2017-07-04T15:30:59")]
    [InlineData("20170704120000000[-5:EST]", "2017-07-04T17:00:00")]
    [InlineData("20170704120000:123[-5:EST]", "2017-07-04T17:00:00")]
    [InlineData("20170704120000,123", "2017-07-04T12:00:00")]
    [InlineData("20170704120000[-:EST]", "2017-07-04T12:00:00")]
    [InlineData("20170704120000[+:CET]", "2017-07-04T12:00:00")]
    [InlineData("20170704120000[-]", "2017-07-04T12:00:00")]
    [InlineData("20170704120000[]", "2017-07-04T12:00:00")]
    [InlineData("20170704120000.000 GMT", "2017-07-04T12:00:00")]
    [InlineData("20170704120000utc", "2017-07-04T12:00:00")]
    [InlineData("20170704Z", "2017-07-04T00:00:00")]
    public void A_time_is_read_as_utc(string text, string utc)
    {
        Assert.True(OfxDate.TryParse(text, out var time));
        Assert.Equal(DateTime.Parse(utc, CultureInfo.InvariantCulture), time);
    }

    [Theory]
    [InlineData("00000000")]
    [InlineData("00000000000000")]
    [InlineData("00000000120000.000[-5:EST]")]
    public void Zeros_are_no_date(string text)
    {
        Assert.True(OfxDate.TryParse(text, out var time));
        Assert.Null(time);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2017")]
    [InlineData("201707041")]
    [InlineData("20170704153")]
    [InlineData("2017070415305")]
    [InlineData("20171304")]
    [InlineData("20170230")]
    [InlineData("20170704250000")]
    [InlineData("2017-07-04")]
    [InlineData("20170704120000[-5:EST")]
    [InlineData("20170704120000[-25:EST]")]
    [InlineData("20170704120000[--5:EST]")]
    [InlineData("20170704120000 EST")]
    [InlineData("09991231")]
    [InlineData("99991231235959[-12:X]")]
    [InlineData("next week")]
    public void Anything_else_is_no_time(string text) => Assert.False(OfxDate.TryParse(text, out _));
}
