using BiweeklyBudget.Core.Tables;
using BiweeklyBudget.Hosting.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace BiweeklyBudget.Hosting.Tests.Api;

/// <summary>The DataTables protocol as requests speak it (spec/http-api.md §5).</summary>
public sealed class TableRequestTests
{
    private const string Columns = "columns[0][data]=date&columns[1][data]=amount&columns[1][orderable]=false&columns[2][data]=name&columns[3][data]=other";
    private const string Page = "draw=3&start=20&length=10&";

    [Fact]
    public void A_request_says_search_order_page_and_filters()
    {
        var request = Read(Page + Columns + "&search[value]=abc&search[regex]=true&order[0][column]=2&order[0][dir]=desc&order[1][column]=1&order[2][column]=0&order[2][dir]=asc&columns[2][search][value]=5&_=123");

        Assert.Equal(3, request.Draw);
        Assert.Equal(("abc", 20, 10), (request.Query.Search, request.Query.Skip, request.Query.Take!.Value));
        Assert.Equal([new SortedColumn("name", true), new SortedColumn("date", false)], request.Query.Order);
        Assert.Equal((5, null), (request.IdFilter(2)!.Value, request.IdFilter(0)));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("None", null)]
    [InlineData("7", 7)]
    [InlineData("abc", 0)]
    [InlineData("-7", 0)]
    [InlineData("99999999999999999999", 0)]
    public void A_filter_that_is_no_id_finds_nothing(string text, int? id) => Assert.Equal(id, Read($"{Page}columns[3][search][value]={text}").IdFilter(3));

    [Theory]
    [InlineData("-1", null)]
    [InlineData("0", 0)]
    [InlineData("25", 25)]
    public void A_negative_length_asks_for_all_rows(string length, int? take) => Assert.Equal(take, Read($"draw=1&start=0&length={length}").Query.Take);

    [Theory]
    [InlineData("start=0&length=10", "Parameter draw is missing")]
    [InlineData("draw=1&length=10", "Parameter start is missing")]
    [InlineData("draw=1&start=0", "Parameter length is missing")]
    [InlineData("", "Parameter draw is missing")]
    [InlineData("draw=x&start=0&length=10", "Parameter draw is invalid")]
    [InlineData("draw=1&start=1.5&length=10", "Parameter start is invalid")]
    [InlineData("draw=1&start=-1&length=10", "Parameter start is invalid")]
    [InlineData("draw=1&start=0&length=99999999999", "Parameter length is invalid")]
    [InlineData(Page + Columns + "&order[0][column]=42", "Cannot order 42: column not found")]
    [InlineData(Page + Columns + "&order[0][column]=3", "Cannot order other: column not found")]
    [InlineData(Page + Columns + "&order[0][column]=", "Cannot order : column not found")]
    public void A_request_that_breaks_the_protocol_is_told_why(string query, string error)
    {
        Assert.False(TableRequest.TryRead(Parse(query), ["date", "amount", "name"], out _, out var text));
        Assert.Equal(error, text);
    }

    [Fact]
    public void A_download_needs_no_page()
    {
        Assert.True(TableRequest.TryReadAllPages(Parse(Columns + "&start=20&length=10&search[value]=abc&order[0][column]=0"), ["date"], out var request, out _));
        Assert.Equal(("abc", 0, null), (request.Query.Search, request.Query.Skip, request.Query.Take));
        Assert.Equal([new SortedColumn("date", false)], request.Query.Order);
    }

    private static TableRequest Read(string query)
    {
        Assert.True(TableRequest.TryRead(Parse(query), ["date", "amount", "name"], out var request, out var error), error);
        return request;
    }

    private static QueryCollection Parse(string query) => new(QueryHelpers.ParseQuery(query));
}
