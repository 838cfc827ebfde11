using System.Text.Json;

namespace BiweeklyBudget.AcceptanceTests.Golden;

/// <summary>The comparison must see what is wrong, or the recorded answers prove nothing.</summary>
public sealed class ComparisonTests
{
    private const string Facts = """{"tables": [{"rows": [["2017-07-21 (current)", "$345.11"], ["Standing1 (4)", "-$1.00"]]}], "alerts": [["2", "stale"]], "by_id": {"amt": "$9.50"}}""";

    [Theory]
    [InlineData("BankOne (1)", "BankOne")]
    [InlineData("$12,789.01 (14 hours ago)", "$12,789.01|14hoursago")]
    [InlineData("* Salary (income) (i)", "Salary")]
    [InlineData("2017-07-21 (curr.)", "2017-07-21")]
    [InlineData("make trans. | skip", "Make|Skip|Edit")]
    [InlineData("(sched) ST2 (2)", "planned|ST2")]
    [InlineData("(from 3)", "fromplan")]
    [InlineData("Yes (2)", "reconciled")]
    [InlineData("Skip ScheduledTransaction 3 in period 2017-08-04 (5)", "Skipped:")]
    public void A_row_says_names_figures_and_dates(string cell, string tokens) =>
        Assert.Equal(tokens.Split('|'), Golden.Facts.TokensOf([cell]));

    [Fact]
    public void A_page_in_another_layout_with_the_same_rows_matches() =>
        Assert.Empty(Mismatches("<p id=amt>$9.50</p><p>2 accounts have stale data</p><ul><li>21 July <b>2017-07-21</b> $345<span>.11</span> allocated</li><li>Standing1: <i>-$1.00</i></li></ul>"));

    [Fact]
    public void A_day_counts_as_programs_read_it() =>
        Assert.Empty(Mismatches("<p id=amt>$9.50</p><p>2 stale</p><ul><li><time datetime=2017-07-21>7/21/2017</time> $345.11</li><li>Standing1 -$1.00</li></ul>"));

    [Theory]
    [InlineData("<p id=amt>$9.50</p><p>2 stale</p><ul><li>2017-07-21</li><li>$345.11</li><li>Standing1 -$1.00</li></ul>", "no row on the page says [2017-07-21, $345.11]")]
    [InlineData("<p>2 stale</p><ul><li>2017-07-21 $345.11</li><li>Standing1 -$1.00</li></ul>", "not on the page: $9.50 (upstream: #amt)")]
    [InlineData("<p id=amt>$9.50</p><ul><li>2017-07-21 $345.11</li><li>Standing1 -$1.00</li></ul>", "notification not on the page: [2, stale]")]
    [InlineData("<p id=amt>$9.50</p><p>2 stale</p><ul><li>2017-07-21 $345.11</li></ul><script>'<li>Standing1 -$1.00</li>'</script>", "no row on the page says [Standing1, -$1.00]")]
    public void A_row_figure_or_notification_that_is_missing_is_told(string html, string mismatch) =>
        Assert.Equal(mismatch, Assert.Single(Mismatches(html)));

    [Fact]
    public void One_row_of_the_page_answers_for_one_recorded_row_of_a_table()
    {
        var facts = JsonDocument.Parse("""{"tables": [{"rows": [["a", "$1.00"], ["a", "$1.00"]]}]}""").RootElement;

        Assert.Single(RowComparison.Mismatches(facts, PageFacts.Read("<li>a $1.00</li>")));
        Assert.Empty(RowComparison.Mismatches(facts, PageFacts.Read("<li>a $1.00</li><li>a $1.00</li>")));
    }

    [Theory]
    [InlineData("{}", """{"a": 1}""", """{"a": 1.0000001}""", 0)]
    [InlineData("{}", """{"a": 1}""", """{"a": 1.01}""", 1)]
    [InlineData("{}", """{"a": 1}""", """{"a": "1"}""", 1)]
    [InlineData("{}", """{"a": 1}""", """{"a": true}""", 1)]
    [InlineData("{}", """{"a": 1, "b": 2}""", """{"a": 1, "c": 2}""", 2)]
    [InlineData("{}", """[{"a": 1}, {"a": 2}]""", """[{"a": 2}, {"a": 1}]""", 2)]
    [InlineData("""{"ignore": ["x[].a", "*.b"]}""", """{"x": [{"a": 1}], "y": {"b": 1}}""", """{"x": [{"a": 2}], "y": {"b": 2}}""", 0)]
    [InlineData("""{"unordered": ["x"]}""", """{"x": [1, 2]}""", """{"x": [2, 1]}""", 0)]
    [InlineData("""{"sort_ties": {"path": "x", "keys": ["k"]}}""", """{"x": [{"k": 1, "v": 1}, {"k": 1, "v": 2}]}""", """{"x": [{"k": 1, "v": 2}, {"k": 1, "v": 1}]}""", 0)]
    [InlineData("""{"sort_ties": {"path": "x", "keys": ["k"]}}""", """{"x": [{"k": 1, "v": 1}, {"k": 2, "v": 2}]}""", """{"x": [{"k": 2, "v": 2}, {"k": 1, "v": 1}]}""", 4)]
    public void Json_is_compared_deeply(string record, string expected, string got, int mismatches)
    {
        var found = JsonComparison.Mismatches(new RecordedRequest(JsonDocument.Parse(record).RootElement), JsonDocument.Parse(expected).RootElement, JsonDocument.Parse(got).RootElement);

        Assert.Equal(mismatches, found.Count);
    }

    [Theory]
    [InlineData("1.5000", "1.5", true)]
    [InlineData("1.5000", "1.51", false)]
    [InlineData("""{"a": 1, "b": 2}""", """{"b":2,"a":1}""", true)]
    [InlineData("x", "X", false)]
    [InlineData("x", null, false)]
    public void Rows_of_the_database_are_compared_by_value(string expected, string? got, bool same) =>
        Assert.Equal(same, DatabaseComparison.Same([[expected]], [[got]]));

    private static IReadOnlyList<string> Mismatches(string html) => [.. RowComparison.Mismatches(JsonDocument.Parse(Facts).RootElement, PageFacts.Read(html))];
}
