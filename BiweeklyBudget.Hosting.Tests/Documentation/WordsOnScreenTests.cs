using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using BiweeklyBudget.Hosting.Ui.Assets;
using BiweeklyBudget.TestSupport;
using BiweeklyBudget.TestSupport.Markdown;
using Microsoft.Extensions.DependencyInjection;

namespace BiweeklyBudget.Hosting.Tests.Documentation;

/// <summary>What the guides print in bold stands on the screens of the running program, in these words.</summary>
public sealed partial class WordsOnScreenTests
{
    private static readonly string[] Guides = ["docs/guide/start.md", "docs/guide/daily-use.md"];

    private static readonly string[] SamplePages = ["/", "/dialogs/reconcile/1", "/dialogs/spread/2017-07-28"];

    private static readonly string[] Addresses =
    [
        "/", "/payperiods", "/pay_period_for", "/transactions", "/accounts", "/accounts/1/transactions", "/budgets", "/budgets/1/transactions", "/scheduled", "/ofx", "/reconcile", "/accounts/credit-payoff", "/help", "/dialogs/account", "/dialogs/account/1", "/dialogs/budget",
        "/dialogs/transaction", "/dialogs/scheduled", "/dialogs/convert/1?period=2017-07-21", "/dialogs/skip/1?period=2017-07-21", "/dialogs/spread/2017-07-28", "/dialogs/account-transfer", "/dialogs/budget-transfer",
        "/projects", "/projects/1", "/projects/1/import", "/dialogs/project/1", "/dialogs/bom-item/2", "/dialogs/delete/project?ids=1",
    ];

    [Fact]
    public async Task Words_in_bold_are_words_on_the_screen()
    {
        var words = Guides.Select(MarkdownPage.Read).SelectMany(guide => guide.BoldWords.Select(word => (guide.Path, Word: word))).Where(said => said.Word != "bold").Distinct().ToList();
        Assert.True(words.Count > 80, $"Only {words.Count} words in bold were found.");

        var screens = Spaces().Replace(string.Join(' ', await WelcomeAsync(), await SampleAsync(), await DemoAsync()), " ");

        Assert.All(words, said => Assert.True(screens.Contains(said.Word, StringComparison.Ordinal), $"{said.Path} says {said.Word}, and no screen does."));
    }

    private static async Task<string> WelcomeAsync()
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseEngine.Sqlite);
        var settings = RecordedSettings.For(database.Url);
        settings.Remove("PAY_PERIOD_START_DATE");
        settings.Remove("RECONCILE_BEGIN_DATE");
        await using var host = await InProcessHost.StartAsync(settings);
        return TextOf(await host.PageAsync("/welcome"));
    }

    // Notes on top that the demo has no reason for, and something reconciled.
    private static async Task<string> SampleAsync()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        return string.Join(' ', await Task.WhenAll(SamplePages.Select(async address => TextOf(await host.PageAsync(address)))));
    }

    /// <summary>The demo's household, with a file imported and one previewed, and what scripts would say.</summary>
    private static async Task<string> DemoAsync()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Empty);
        await host.Services.GetRequiredService<BudgetEngine>().WriteDemoAsync(new DateOnly(2017, 7, 21));
        await PostAsync(host, "/ajax/ofx/import", "july.ofx");
        var texts = new List<string> { TextOf(await PostAsync(host, "/dialogs/ofx-preview", "august.ofx")) };
        foreach (var address in Addresses)
        {
            using var response = await host.GetAsync(address);
            texts.Add(TextOf(await host.PageAsync(response.Headers.Location?.ToString() ?? address)));
        }

        foreach (var script in AssetEndpoints.Names.Where(name => name.EndsWith(".js", StringComparison.Ordinal)))
        {
            texts.Add(await host.PageAsync("/" + script));
        }

        return string.Join(' ', texts);
    }

    private static async Task<string> PostAsync(InProcessHost host, string address, string file)
    {
        using var form = new MultipartFormDataContent { { new StringContent("1"), "acct_id" }, { new StringContent(file), "filename" }, { new StringContent(StatementText.Checking("1111", "NEW1 -45.67 One")), "ofx", file } };
        using var response = await host.Client.PostAsync(new Uri(address, UriKind.Relative), form);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }

    // What is for readers of screens alone counts as well: somebody hears it.
    private static string TextOf(string page)
    {
        using var document = new HtmlParser().ParseDocument(page);
        return string.Join(' ', document.All.Where(element => element.Children.Length == 0 || element.ChildNodes.Any(node => node is AngleSharp.Dom.IText)).Select(element => element.TextContent));
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, 5000)]
    private static partial Regex Spaces();
}
