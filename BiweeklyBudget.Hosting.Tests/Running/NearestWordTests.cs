using BiweeklyBudget.Hosting.Running;

namespace BiweeklyBudget.Hosting.Tests.Running;

public sealed class NearestWordTests
{
    private static readonly string[] Known = ["--demo", "--data-folder", "DB_CONNSTRING", "SQL_ECHO", "urls"];

    [Theory]
    [InlineData("--dmeo", "--demo")]
    [InlineData("--DEMO", "--demo")]
    [InlineData("demo", "--demo")]
    [InlineData("--datafolder", "--data-folder")]
    [InlineData("DB_CONSTRING", "DB_CONNSTRING")]
    [InlineData("DBCONNSTR", "DB_CONNSTRING")]
    [InlineData("SQL_ECO", "SQL_ECHO")]
    [InlineData("url", "urls")]
    [InlineData("ulrs", "urls")]
    [InlineData("rulse", null)]
    [InlineData("--verbose", null)]
    [InlineData("", null)]
    public void A_mistyped_word_is_recognised_unless_more_than_a_third_is_wrong(string typed, string? meant) => Assert.Equal(meant, NearestWord.To(typed, Known));
}
