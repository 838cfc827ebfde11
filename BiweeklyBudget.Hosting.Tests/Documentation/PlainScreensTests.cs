using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Api;
using BiweeklyBudget.Hosting.Tests.Composition;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using BiweeklyBudget.Hosting.Ui.Assets;

namespace BiweeklyBudget.Hosting.Tests.Documentation;

/// <summary>Screens speak a person's words: no class, table or field names, no numbers of records after names, no dates as programs write them (docs/adr/0037).</summary>
public sealed partial class PlainScreensTests
{
    // For programmers and operators; and what the browser shows of it is what the program's parts say of themselves.
    private static readonly string[] Technical = ["/api/docs", "/help", "/settings", "/error"];

    private static readonly string[] Labels = ["aria-label", "title", "placeholder", "data-label", "alt"];

    // What stands in these is not said to a person, or says in which words it is to be taken.
    private const string Unsaid = "script, style, template, code, details:has(> summary:first-child), [data-technical]";

    [Fact]
    public async Task No_page_and_no_dialog_speaks_of_tables_classes_fields_and_numbers_of_records()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        var found = new List<string>();
        foreach (var address in Addresses.Pages.Concat(Addresses.Dialogs).Select(address => address.Path).Where(path => !Technical.Any(technical => path.StartsWith(technical, StringComparison.Ordinal))))
        {
            using var response = await host.GetAsync(address);
            if (response.IsSuccessStatusCode)
            {
                found.AddRange(SaidOn(await response.Content.ReadAsStringAsync()).SelectMany(text => Complaints(text).Select(what => $"{address}: {what} in \"{text}\"")));
            }
        }

        Assert.True(found.Count == 0, string.Join('\n', found.Distinct()));
    }

    [Fact]
    public async Task No_message_about_a_save_does_either()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        var found = new List<string>();
        var count = 0;
        foreach (var request in SavableRequest.All.Where(request => request.Path is not ("/api/ofx/statement" or "/ajax/ofx/import")))
        {
            using var response = await host.Client.PostAsync(new Uri(request.Path, UriKind.Relative), request.Body());
            if (await SaidAsync(response) is { } text)
            {
                count++;
                found.AddRange(Complaints(text).Select(what => $"{request.Path}: {what} in \"{text}\""));
            }
        }

        Assert.InRange(count, 25, int.MaxValue);
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Fact]
    public async Task No_text_of_a_script_does_either()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        var found = new List<string>();
        var count = 0;
        foreach (var script in AssetEndpoints.Names.Where(name => name.EndsWith(".js", StringComparison.Ordinal) && !name.Contains("/lib/", StringComparison.Ordinal) && !name.Contains("/description/", StringComparison.Ordinal)))
        {
            var code = Comments().Replace(await host.PageAsync("/" + script), "");
            var texts = Texts().Matches(code).Select(text => text.Groups["text"].Value).Where(text => text.Contains(' ', StringComparison.Ordinal)).ToList();
            count += texts.Count;
            found.AddRange(texts.SelectMany(text => ForScripts(text).Select(what => $"{script}: {what} in \"{text}\"")));
        }

        Assert.InRange(count, 100, int.MaxValue);
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Theory]
    [InlineData("Successfully saved Budget 2 in database.", "in database")]
    [InlineData("Groceries (2)", "Groceries (2)")]
    [InlineData("ScheduledTransaction", "ScheduledTransaction")]
    [InlineData("OFXTransaction Account=1 FITID=3", "OFX")]
    [InlineData("interest_class_name", "interest_class_name")]
    [InlineData("AdbCompoundedDaily", "AdbCompoundedDaily")]
    [InlineData("2017-07-28", "2017-07-28")]
    [InlineData("Transaction 5", "Transaction 5")]
    [InlineData("make trans.", "make trans")]
    public void What_does_is_found(string text, string what) => Assert.Contains(what, Complaints(text));

    [Theory]
    [InlineData("Saved Groceries.")]
    [InlineData("Salary (income)")]
    [InlineData("Periodic1 ($33.33)")]
    [InlineData("Choose bank files (OFX or QFX)")]
    [InlineData("CreditOne ($952.06 @ 1.00%)")]
    [InlineData("7/28/2017 to 8/10/2017")]
    [InlineData("3 transactions were deleted.")]
    public void What_does_not_is_not_found(string text) => Assert.Empty(Complaints(text));

    private static IEnumerable<string> Complaints(string text) => Forbidden().Matches(Allowed().Replace(text, "")).Select(match => match.Value.Trim());

    // A script's text holds names of elements and fields between its words.
    private static IEnumerable<string> ForScripts(string text) => ForbiddenInScripts().Matches(Allowed().Replace(text, "")).Select(match => match.Value.Trim());

    private static async Task<string?> SaidAsync(HttpResponseMessage response)
    {
        if (response.Content.Headers.ContentType?.MediaType != "application/json")
        {
            return null;
        }

        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return response.Headers.TryGetValues(PlainWords.Header, out var words) ? JsonSerializer.Deserialize<string>(words.Single())
            : body.RootElement.ValueKind == JsonValueKind.Object && body.RootElement.TryGetProperty("success_message", out var message) ? message.GetString() : null;
    }

    private static List<string> SaidOn(string page)
    {
        using var document = new HtmlParser().ParseDocument(page);
        foreach (var unsaid in document.QuerySelectorAll(Unsaid).Where(element => element.LocalName != "details" || element.QuerySelector("summary")!.TextContent.StartsWith("Advanced", StringComparison.Ordinal)).ToList())
        {
            unsaid.Remove();
        }

        var texts = document.All.Where(element => element.LocalName is not ("html" or "head" or "body")).SelectMany(element => element.ChildNodes.OfType<IText>().Select(node => node.Data));
        var labels = document.All.SelectMany(element => Labels.Select(element.GetAttribute));
        return [.. texts.Concat(labels).Select(text => Spaces().Replace(text ?? "", " ").Trim()).Where(text => text.Length > 0).Distinct()];
    }

    [GeneratedRegex(
        @"in database|\b(?:OFX|FITID|Regex|Vault|JSON|BoM|TxnReconcile)|\b[Nn]egate\b|\b(?:Transaction|ScheduledTransaction|Budget|Account|Vehicle|Project|Statement|FuelFill|Split|Reconciliation) \d+\b|\b(?:ScheduledTransaction|BankTransaction|AccountBalance|BudgetTransaction|FuelFill|ProjectItem)\b|\b\w*(?:AdbCompoundedDaily|SimpleInterest|MinPayment\w+)|\b[A-Z][A-Za-z]+Method\b|\b[a-z]+(?:_[a-z]+)+\b|\b[\w>]+ \(\d+\)|(?<![\w-])\d{4}-\d{2}-\d{2}\b|make trans\b|\(sched\)",
        RegexOptions.None,
        5000)]
    private static partial Regex Forbidden();

    [GeneratedRegex(@"in database|\b(?:OFX|FITID|Regex|Vault|BoM|TxnReconcile)|\b(?:Transaction|ScheduledTransaction|Budget|Account|Vehicle|Project|Statement|FuelFill) \$\{|make trans\b|\(sched\)", RegexOptions.None, 5000)]
    private static partial Regex ForbiddenInScripts();

    // Kinds of files are called so by the banks themselves; the sample household calls its filling stations so.
    [GeneratedRegex(@"OFX or QFX|fill_loc v\d \d", RegexOptions.None, 5000)]
    private static partial Regex Allowed();

    [GeneratedRegex(@"(?m)^\s*//.*$|/\*[\s\S]*?\*/", RegexOptions.None, 5000)]
    private static partial Regex Comments();

    [GeneratedRegex(@"""(?<text>(?:[^""\\\n]|\\.)*)""|'(?<text>(?:[^'\\\n]|\\.)*)'|`(?<text>[^`]*)`", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Texts();

    [GeneratedRegex(@"\s+", RegexOptions.None, 5000)]
    private static partial Regex Spaces();
}
