using System.Text.Json;
using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Golden;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Connections;

namespace BiweeklyBudget.AcceptanceTests.Api;

/// <summary>Whatever is sent to the everyday features, they never fail with a 5xx and never save what is wrong (spec/http-api.md §19).</summary>
public sealed class BadInputTests
{
    [Theory]
    [InlineData(DatabaseEngine.MySql)]
    [InlineData(DatabaseEngine.Sqlite)]
    public async Task Malformed_requests_are_refused_and_change_no_row(DatabaseEngine engine)
    {
        await using var database = await RecordedDatabase.CreateAsync(engine);
        await using var host = await HostProcess.StartAsync(RecordedSettings.For(database.Url));
        await database.ResetAsync();
        var before = await WholeDatabase.TextAsync(DatabaseConnection.Parse(database.Url));
        var failures = new List<string>();
        var posts = BadRequests.Posts.ToList();
        foreach (var request in posts)
        {
            failures.AddRange(await CheckAsync(host, request, IsRefusal));
        }

        foreach (var request in BadRequests.Gets)
        {
            failures.AddRange(await CheckAsync(host, request, (status, _) => status < 500));
        }

        Assert.True(failures.Count == 0, $"{failures.Count}:\n{string.Join('\n', failures.Take(50))}");
        Assert.InRange(posts.Count, 1000, 5000);
        Assert.Equal(before, await WholeDatabase.TextAsync(DatabaseConnection.Parse(database.Url)));
        Assert.DoesNotContain("ERR]", host.Output, StringComparison.Ordinal);

        // The same forms without their mistakes are saved.
        foreach (var request in BadRequests.GoodForms)
        {
            failures.AddRange(await CheckAsync(host, request, (status, body) => status == 200 && body.Contains("\"success\":true", StringComparison.Ordinal)));
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    private static async Task<IReadOnlyList<string>> CheckAsync(HostProcess host, BadRequest request, Func<int, string, bool> isFine)
    {
        using var message = request.Message(host.Address);
        using var response = await host.Client.SendAsync(message);
        var body = await response.Content.ReadAsStringAsync();
        return isFine((int)response.StatusCode, body) ? [] : [$"{request.Name}: {(int)response.StatusCode} {body[..Math.Min(body.Length, 200)]}"];
    }

    // A refusal says why: under a field or as a message.
    private static bool IsRefusal(int status, string body)
    {
        using var json = JsonDocument.Parse(body);
        var reply = json.RootElement;
        return status is 200 or 400 or 413
            && !reply.GetProperty("success").GetBoolean()
            && ((reply.TryGetProperty("error_message", out var message) && message.GetString()!.Length > 0)
                || (status == 200 && reply.GetProperty("errors").EnumerateObject().Any(field => field.Value.GetArrayLength() > 0)));
    }
}
