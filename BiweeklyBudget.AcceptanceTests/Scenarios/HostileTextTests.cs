using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.TestSupport;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>
/// A household whose every text is hostile, on every page: texts stay texts. The window fails the test by itself when the page's policy had to refuse something, or a script stumbled.
/// </summary>
public sealed class HostileTextTests(AcceptanceFixture acceptance) : BrowserTest(acceptance)
{
    // What stands on the page and is no part of it: an element of theirs, a script that ran, an attribute that would run, an address that would.
    private const string Found = """
        () => {
          const found = [];
          if ('bbX' in globalThis) { found.push('a script ran'); }
          const look = root => {
            for (const element of root.querySelectorAll('*')) {
              if (/^bb-x/i.test(element.localName) || /^(iframe|object|embed|base|style|math|video|animate)$/.test(element.localName)) { found.push(element.outerHTML.slice(0, 200)); }
              for (const { name, value } of element.attributes) {
                if (/^on/i.test(name) || name === 'srcdoc' || (name === 'style' && /bbX|evil/.test(value))) { found.push(`${element.localName} ${name}=${value}`.slice(0, 200)); }
                if (/^(href|src|action|formaction|xlink:href|data-bb-dialog)$/.test(name) && /^\s*(javascript|vbscript|data:text)/i.test(value)) { found.push(`${element.localName} ${name}=${value}`.slice(0, 200)); }
              }
              if (element.localName === 'a' && element.hostname === 'evil.example') { found.push(element.outerHTML.slice(0, 200)); }
              if (element.localName === 'template') { look(element.content); }
            }
          };
          look(document);
          return found;
        }
        """;

    // Those that a person's household has at least one of.
    private static readonly string[] Lists =
    [
        "/", "/payperiods", "/payperiod/2017-07-21", "/payperiod/2017-08-04", "/accounts", "/budgets", "/accounts/1/transactions", "/budgets/1/transactions", "/transactions", "/scheduled", "/ofx", "/reconcile",
        "/history", "/fuel", "/projects", "/accounts/credit-payoff", "/settings", "/help", "/saved",
    ];

    private const int LongestProjectName = 40;

    private static readonly string[] Dialogs = ["transaction", "scheduled", "account", "budget", "project", "bom-item", "vehicle", "fuel"];

    [Fact]
    public async Task No_page_takes_a_text_of_a_household_for_more_than_a_text()
    {
        Assert.InRange(HostileTexts.All.Count, 40, 100);
        Assert.All(HostileTexts.All, text => Assert.InRange(text.Length, 1, 50));
        await using var database = await TestDatabase.EmptyAsync(DatabaseEngine.Sqlite);
        await using var host = await HostProcess.StartAsync(RecordedSettings.For(database.Url));
        await FillAsync(host);

        var window = await OpenAsync(host, Viewport.Desktop);
        var page = new AppPage(window, "/");
        var complaints = new List<string>();
        foreach (var path in await PathsAsync(host))
        {
            await page.Page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
            await page.IsReadyAsync();
            complaints.AddRange((await page.Page.EvaluateAsync<string[]>(Found)).Select(what => $"{path}: {what}"));
        }

        // The dialogs in the page itself, where a script puts them in.
        await page.Page.GotoAsync("/help", new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
        await page.IsReadyAsync();
        foreach (var dialog in DialogsOf(HostileTexts.All.Count))
        {
            await page.OpenDialogAsync(dialog);
            complaints.AddRange((await page.Page.EvaluateAsync<string[]>(Found)).Select(what => $"{dialog}: {what}"));
        }

        Assert.Empty(complaints);
    }

    [Theory]
    [InlineData("/transactions?q=")]
    [InlineData("/ofx?q=")]
    [InlineData("/history?q=")]
    [InlineData("/dialogs/find?q=")]
    [InlineData("/dialogs/transaction?amount=1&notes=x&description=")]
    [InlineData("/dialogs/budget?name=")]
    [InlineData("/dialogs/scheduled?description=")]
    [InlineData("/saved?from=/")]
    [InlineData("/nowhere/")]
    public async Task No_page_takes_a_text_of_its_address_for_more_than_a_text(string address)
    {
        var window = await OpenAsync(Viewport.Desktop);
        window.Expect(400);
        window.Expect(404);
        var page = new AppPage(window, "/");
        var complaints = new List<string>();
        foreach (var text in HostileTexts.All.Where((_, i) => i % 4 == address.Length % 4))
        {
            await page.Page.GotoAsync(address + Uri.EscapeDataString(text), new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
            await page.IsReadyAsync();
            complaints.AddRange((await page.Page.EvaluateAsync<string[]>(Found)).Select(what => $"{text}: {what}"));
        }

        Assert.Empty(complaints);
    }

    // What every browser test relies upon.
    [Fact]
    public async Task A_window_notes_what_the_pages_policy_refuses()
    {
        await using var window = await (await TestBrowser.SharedAsync()).OpenAsync(Acceptance.Host.Address, Viewport.Desktop);
        await AppPage.OpenAsync(window, "/help");
        Assert.Empty(window.Problems);
        await RefusedAsync(window, "() => { try { document.createElement('div').innerHTML = '<b>x</b>'; } catch { /* As it should be. */ } }", "CSP: require-trusted-types-for");
        await RefusedAsync(window, "() => { new Image().src = 'http://evil.example/x.png'; }", "CSP: img-src http://evil.example/x.png");
    }

    private static async Task RefusedAsync(BrowserWindow window, string attempt, string said)
    {
        await window.Page.RunAndWaitForConsoleMessageAsync(
            () => window.Page.EvaluateAsync(attempt),
            new PageRunAndWaitForConsoleMessageOptions { Predicate = message => message.Text.StartsWith(said, StringComparison.Ordinal) });
        Assert.Contains(window.Problems, problem => problem.Contains(said, StringComparison.Ordinal));
    }

    // Every form that takes a text, with every text of the list in every field of it.
    private static async Task FillAsync(HostProcess host)
    {
        await SaveAsync(host, "/forms/settings", new JsonObject { ["fuel_volume_abbreviation"] = "<bb-x>", ["distance_unit"] = "\"><bb-x>", ["distance_unit_abbreviation"] = "'><bb-x>", ["fuel_economy_abbreviation"] = "<bb-x>", ["fuel_volume_unit"] = "<bb-x>" });
        foreach (var (text, i) in HostileTexts.All.Select((text, i) => (text, i)))
        {
            var day = new DateOnly(2017, 7, 21).AddDays(i % 14).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var kind = (i % 4) switch { 0 => "Bank", 1 => "Credit", 2 => "Investment", _ => "Cash" };
            await SaveAsync(host, "/forms/account", Account(text, i == 0 ? "Bank" : kind));
            await SaveAsync(host, "/forms/budget", new JsonObject { ["name"] = text, ["description"] = text, ["is_periodic"] = i % 2 == 0, [i % 2 == 0 ? "starting_balance" : "current_balance"] = "100", ["is_active"] = true, ["is_income"] = false, ["omit_from_graphs"] = false });
            await SaveAsync(host, "/forms/transaction", new JsonObject { ["date"] = day, ["amount"] = "1.25", ["sales_tax"] = "0", ["description"] = text, ["account"] = "1", ["notes"] = text, ["budgets"] = new JsonObject { ["1"] = "1.25" } });
            await SaveAsync(host, "/forms/scheduled", new JsonObject { ["description"] = text, ["amount"] = "2.50", ["sales_tax"] = "0", ["account"] = "1", ["budget"] = "1", ["notes"] = text, ["is_active"] = true, ["type"] = "date", ["date"] = day });
            await SaveAsync(host, "/forms/vehicle", new JsonObject { ["name"] = text, ["is_active"] = true });
            await SaveAsync(host, "/forms/fuel", new JsonObject { ["vehicle"] = "1", ["date"] = day, ["odometer_miles"] = 1000 + i, ["reported_miles"] = 10, ["level_before"] = 10, ["level_after"] = 100, ["fill_location"] = text, ["cost_per_gallon"] = "2.459", ["total_cost"] = "24.59", ["gallons"] = "10.0", ["reported_mpg"] = "24.5", ["notes"] = text, ["add_trans"] = false });
            await SaveAsync(host, "/forms/projects", new JsonObject { ["action"] = "add", ["name"] = text[..Math.Min(text.Length, LongestProjectName)], ["notes"] = text });
            await SaveAsync(host, "/forms/bom_item", new JsonObject { ["project_id"] = "1", ["name"] = text, ["notes"] = text, ["quantity"] = "1", ["unit_cost"] = "2.5", ["url"] = $"https://shop.example/{Uri.EscapeDataString(text)}", ["is_active"] = true });
        }

        await SaveAsync(host, "/forms/account_transfer", new JsonObject { ["date"] = "2017-07-28", ["amount"] = "10", ["budget"] = "1", ["from_account"] = "1", ["to_account"] = "4", ["notes"] = HostileTexts.All[3] });
        await SaveAsync(host, "/forms/budget_transfer", new JsonObject { ["date"] = "2017-07-28", ["amount"] = "10", ["account"] = "1", ["from_budget"] = "1", ["to_budget"] = "3", ["notes"] = HostileTexts.All[3] });

        var lines = HostileTexts.All.Select((text, i) => $"<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>201707{21 + (i % 7)}120000<TRNAMT>-{i + 3}.75<FITID>{Escaped($"{i} {text}")}<NAME>{Escaped(text)}<MEMO>{Escaped(text)}</STMTTRN>\r\n");
        var file = StatementText.Checking("1111").Replace("</BANKTRANLIST>", string.Concat(lines) + "</BANKTRANLIST>", StringComparison.Ordinal);
        await SaveAsync(host, "/api/ofx/statement", new JsonObject { ["acct_id"] = 1, ["filename"] = "hostile.ofx", ["mtime"] = null, ["ofx"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(file)) });
        await SaveAsync(host, "/ajax/reconcile", new JsonObject { ["reconciled"] = new JsonObject { ["2"] = HostileTexts.All[3] } });
    }

    private static JsonObject Account(string text, string kind) => new()
    {
        ["name"] = text,
        ["description"] = text,
        ["acct_type"] = kind,
        ["is_active"] = true,
        ["ofx_cat_memo_to_name"] = false,
        ["negate_ofx_amounts"] = false,
        ["reconcile_trans"] = true,
        ["vault_creds_path"] = text,
        ["ofxgetter_config_json"] = "",
        ["credit_limit"] = kind == "Credit" ? "1000" : "",
        ["apr"] = kind == "Credit" ? "0.1" : "",
        ["prime_rate_margin"] = "",
        ["interest_class_name"] = "AdbCompoundedDaily",
        ["min_payment_class_name"] = "MinPaymentAmEx",
        ["re_interest_charge"] = "",
        ["re_payment"] = "",
        ["plaid_account"] = "null,null",
    };

    private static string Escaped(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    // A text that was refused would be seen nowhere.
    private static async Task SaveAsync(HostProcess host, string path, JsonObject fields)
    {
        using var reply = await host.Client.PostAsJsonAsync(new Uri(path, UriKind.Relative), fields);
        var text = await reply.Content.ReadAsStringAsync();
        Assert.True(text.Contains("\"success\":true", StringComparison.Ordinal), $"{path} {fields}: {(int)reply.StatusCode} {text}");
    }

    private static async Task<IReadOnlyList<string>> PathsAsync(HostProcess host)
    {
        // The bank transactions by their addresses, as the list has them.
        var list = await host.Client.GetStringAsync(new Uri("/ofx", UriKind.Relative));
        var bank = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(list).QuerySelectorAll("a[href^='/ofx/1/']").Select(link => link.GetAttribute("href")!).Distinct(StringComparer.Ordinal).Take(10);
        return [.. Lists, "/projects/1", "/projects/1/import", .. bank, "/dialogs/transaction/1", "/dialogs/account/2", "/dialogs/delete/budget?ids=3", "/dialogs/find?q=bb-x"];
    }

    private static IEnumerable<string> DialogsOf(int count) =>
        from kind in Dialogs
        from id in Enumerable.Range(1, count).Where(id => (id + kind.Length) % 12 == 0)
        select string.Create(CultureInfo.InvariantCulture, $"/dialogs/{kind}/{id}");
}
