using BiweeklyBudget.Hosting.Ui.Lists;
using Microsoft.AspNetCore.Http;

namespace BiweeklyBudget.Hosting.Tests.Ui;

public sealed class PagerModelTests
{
    [Theory]
    [InlineData("", 16, 16, "Showing 1 to 16 of 16")]
    [InlineData("?page=2&size=10", 16, 12, "Showing 11 to 12 of 12 (of 16 in all)")]
    [InlineData("?q=xyz", 118, 0, "None of 118")]
    [InlineData("", 0, 0, "Showing 0 to 0 of 0")]
    public void It_says_which_rows_are_shown_of_how_many(string query, int total, int filtered, string text)
    {
        var request = new DefaultHttpContext().Request;
        request.QueryString = new QueryString(query);

        Assert.Equal(text, new PagerModel(new ListQuery(request, "/transactions", [], []), total, filtered, null).Text);
    }
}
