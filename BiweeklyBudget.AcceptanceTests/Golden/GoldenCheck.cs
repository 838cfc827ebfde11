using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace BiweeklyBudget.AcceptanceTests.Golden;

/// <summary>Sends one recorded request and says where the answer differs from the recorded one, by the rules of eng/testdata/golden/README.md.</summary>
internal sealed class GoldenCheck(HttpClient client, RecordedDatabase database)
{
    public async Task<IReadOnlyList<string>> RunAsync(RecordedRequest record)
    {
        using var response = await SendAsync(record);
        var body = await response.Content.ReadAsStringAsync();
        var mismatches = new List<string>();
        CheckStatus(record, (int)response.StatusCode, body, mismatches);
        if (mismatches.Count == 0 && record.Location is { } location)
        {
            CheckLocation(location, response.Headers, mismatches);
        }

        if (mismatches.Count == 0 && record.UpstreamError is null)
        {
            CheckBody(record, response.Content.Headers.ContentType?.ToString() ?? "", body, mismatches);
        }

        await CheckDatabaseAsync(record, mismatches);
        return mismatches;
    }

    private async Task<HttpResponseMessage> SendAsync(RecordedRequest record)
    {
        // The path goes out as it was recorded, without any tidying.
        var uri = new Uri(client.BaseAddress!.AbsoluteUri.TrimEnd('/') + record.Path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(new HttpMethod(record.Method), uri);
        if (record.Body is { } text)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        }
        else if (record.Method != "GET")
        {
            request.Content = new ByteArrayContent([]);
        }

        foreach (var (name, value) in record.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return await client.SendAsync(request);
    }

    private static void CheckStatus(RecordedRequest record, int status, string body, List<string> mismatches)
    {
        if (record.UpstreamError is { } error)
        {
            if (error == "refuse" && status < 400 && !IsRefusal(body))
            {
                mismatches.Add($"status: a refusal (4xx, 5xx or \"success\": false) expected, got {status}");
            }
        }
        else if (status != record.Status)
        {
            mismatches.Add($"status: expected {record.Status}, got {status}");
            if (status >= 500)
            {
                mismatches.Add($"body: {Facts.Short(body)}");
            }
        }
    }

    private static void CheckLocation(string expected, HttpResponseHeaders headers, List<string> mismatches)
    {
        var got = headers.TryGetValues("Location", out var values) ? values.First() : null;
        if (got is null || PathOf(got) != PathOf(expected))
        {
            mismatches.Add($"location: expected {expected}, got {got ?? "none"}");
        }
    }

    private static void CheckBody(RecordedRequest record, string contentType, string body, List<string> mismatches)
    {
        if (record.Json.TryGetProperty("json", out var json))
        {
            try
            {
                using var got = JsonDocument.Parse(body);
                mismatches.AddRange(JsonComparison.Mismatches(record, json, got.RootElement));
            }
            catch (JsonException exception)
            {
                mismatches.Add($"not JSON ({exception.Message}): {Facts.Short(body)}");
            }

            if (!contentType.Contains("json", StringComparison.Ordinal))
            {
                mismatches.Add($"content-type: {contentType} is not JSON");
            }
        }

        if (record.Json.TryGetProperty("text", out var text) && text.GetString()!.Trim() != body.Trim())
        {
            mismatches.Add($"text: expected {Facts.Short(text.GetString())}, got {Facts.Short(body)}");
        }

        if (record.Json.TryGetProperty("text_facts", out var facts))
        {
            mismatches.AddRange(RowComparison.Mismatches(facts, PageFacts.Read(body)));
        }
    }

    private async Task CheckDatabaseAsync(RecordedRequest record, List<string> mismatches)
    {
        var checks = record.DatabaseAfter.ToList();
        foreach (var (check, rows) in checks.Zip(await database.QueryAsync([.. checks.Select(c => c.Sql)])))
        {
            if (!DatabaseComparison.Same(check.Rows, rows))
            {
                mismatches.Add($"db: {check.Sql}: expected {DatabaseComparison.Show(check.Rows)}, got {DatabaseComparison.Show(rows)}");
            }
        }
    }

    private static bool IsRefusal(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && ((json.RootElement.TryGetProperty("success", out var success) && success.ValueKind == JsonValueKind.False) || json.RootElement.TryGetProperty("error", out _));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // Path and query of a redirect's target, absolute or not.
    private static string PathOf(string location)
    {
        var start = location.IndexOf("://", StringComparison.Ordinal);
        var path = start < 0 ? location : location.IndexOf('/', start + 3) is >= 0 and var slash ? location[slash..] : "/";
        path = path.Split('#')[0];
        return path.StartsWith('/') ? path : "/" + path;
    }
}
