using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.AcceptanceTests.Golden;

/// <summary>
/// What upstream answered (eng/testdata/golden, or the folder that BIWEEKLYBUDGET_GOLDEN names), one test a request and
/// engine. <c>golden-routes.json</c> says which transcripts and routes are still to come, <c>golden-differences.json</c> where
/// the program differs on purpose.
/// </summary>
[Trait("Category", "Golden")]
public sealed class GoldenTests(GoldenRuns runs) : IClassFixture<GoldenRuns>
{
    private const string NotYet = "Its route is listed in golden-routes.json as one of a later change.";

    private static readonly DatabaseEngine[] Engines = [DatabaseEngine.MySql, DatabaseEngine.Sqlite];

    public static IEnumerable<object[]> Requests => RecordsWhere(later: false);

    public static IEnumerable<object[]> LaterRequests => RecordsWhere(later: true);

    [Theory]
    [MemberData(nameof(Requests))]
    [MemberData(nameof(LaterRequests), Skip = NotYet)]
    public async Task Answers_as_recorded(DatabaseEngine engine, string request)
    {
        var run = await runs.OnAsync(engine);
        var mismatches = run.Mismatches[request].Where(m => !GoldenDifference.All.Any(d => d.Covers(request, m))).ToList();
        Assert.True(mismatches.Count == 0, string.Join('\n', mismatches));
    }

    [Theory]
    [InlineData(DatabaseEngine.MySql)]
    [InlineData(DatabaseEngine.Sqlite)]
    public async Task Every_listed_difference_still_occurs(DatabaseEngine engine)
    {
        var run = await runs.OnAsync(engine);
        var found = run.Mismatches.SelectMany(r => r.Value.Select(m => (Request: r.Key, Mismatch: m))).ToList();
        var gone = GoldenDifference.All.Where(d => d.IsAboutAny(run.Mismatches.Keys) && !found.Any(f => d.Covers(f.Request, f.Mismatch))).Select(d => $"{string.Join(", ", d.Requests)}: {d.Mismatch}");
        Assert.Empty(gone);
    }

    [Theory]
    [InlineData(DatabaseEngine.MySql)]
    [InlineData(DatabaseEngine.Sqlite)]
    public async Task No_route_that_is_there_is_listed_as_one_of_a_later_change(DatabaseEngine engine) =>
        Assert.Empty((await runs.OnAsync(engine)).AnsweredEarly);

    [Fact]
    public void Every_listed_difference_says_why() => Assert.All(GoldenDifference.All, difference =>
    {
        Assert.NotEmpty(difference.Requests);
        Assert.NotEmpty(difference.Mismatch);
        Assert.NotEmpty(difference.Reason);
        Assert.NotEmpty(difference.Spec);
    });

    private static IEnumerable<object[]> RecordsWhere(bool later) =>
        from file in GoldenPlan.Current.Files
        from record in RecordedRequest.ReadFile(file)
        where !record.IsPickled
        where GoldenPlan.Current.LaterRouteOf(record) is null != later
        from engine in Engines
        select new object[] { engine, record.Id };
}
