using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.AcceptanceTests.Golden;

/// <summary>
/// All transcripts sent to one host on one engine, file by file and in their order, since later requests build on what
/// earlier ones stored. Requests of routes that the program does not have yet are not sent; what they changed is written
/// into the database as recorded.
/// </summary>
internal sealed class GoldenRun
{
    private readonly Dictionary<string, IReadOnlyList<string>> _mismatches = [];
    private readonly List<string> _answeredEarly = [];

    /// <summary>Mismatches of every request that was sent, by its id; the listed differences included.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Mismatches => _mismatches;

    /// <summary>Requests whose route is listed as one of a later change but is there.</summary>
    public IReadOnlyList<string> AnsweredEarly => _answeredEarly;

    public static async Task<GoldenRun> OnAsync(DatabaseEngine engine)
    {
        var run = new GoldenRun();
        await using var database = await RecordedDatabase.CreateAsync(engine);
        await using var host = await HostProcess.StartAsync(RecordedSettings.For(database.Url));
        var check = new GoldenCheck(host.Client, database);
        foreach (var file in GoldenPlan.Current.Files)
        {
            await run.SendAsync(RecordedRequest.ReadFile(file), check, database);
        }

        await run.FindAnsweredEarlyAsync(host.Client);
        return run;
    }

    private async Task SendAsync(IReadOnlyList<RecordedRequest> records, GoldenCheck check, RecordedDatabase database)
    {
        foreach (var record in records)
        {
            if (record.Reset)
            {
                await database.ResetAsync();
            }

            if (record.IsPickled)
            {
                continue;
            }

            if (GoldenPlan.Current.LaterRouteOf(record) is null)
            {
                _mismatches[record.Id] = await check.RunAsync(record);
            }
            else if (record.ChangesData)
            {
                await database.ApplyAsync(record);
            }
        }
    }

    // One GET of each listed route is enough: a route that answers has to be taken off the list.
    private async Task FindAnsweredEarlyAsync(HttpClient client)
    {
        var later = GoldenPlan.Current.Files.SelectMany(RecordedRequest.ReadFile)
            .Select(record => (Record: record, Route: GoldenPlan.Current.LaterRouteOf(record))).Where(l => l.Route is not null).DistinctBy(l => l.Route);
        foreach (var (record, _) in later)
        {
            using var request = new HttpRequestMessage(new HttpMethod(record.Method), record.Path.Split('?')[0]);
            using var response = await client.SendAsync(request);
            if ((int)response.StatusCode is not (404 or 405))
            {
                _answeredEarly.Add($"{record.Method} {record.Path} answers {(int)response.StatusCode}");
            }
        }
    }
}
