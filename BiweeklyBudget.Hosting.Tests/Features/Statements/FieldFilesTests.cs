using System.Globalization;
using System.Text;
using System.Text.Json;
using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Hosting.Tests.Features.Statements;

/// <summary>
/// Files as banks really write them, imported by the interface and by the page, on both engines: every row and the balance are as <c>eng/testdata/fixtures/field</c> says, and
/// importing the files again under other names changes nothing.
/// </summary>
public sealed class FieldFilesTests(ReadOnlyHosts hosts) : IClassFixture<ReadOnlyHosts>
{
    private static int _accounts;

    public static TheoryData<string, DatabaseEngine> Cases
    {
        get
        {
            var cases = new TheoryData<string, DatabaseEngine>();
            foreach (var engine in new[] { DatabaseEngine.MySql, DatabaseEngine.Sqlite })
            {
                foreach (var entry in FieldCase.All)
                {
                    cases.Add(entry.Name, engine);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task By_the_interface_a_file_ends_as_described(string name, DatabaseEngine engine) => await RunAsync(name, engine, "/api/ofx/statement");

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task By_the_page_a_file_ends_as_described(string name, DatabaseEngine engine) => await RunAsync(name, engine, "/ajax/ofx/import");

    [Theory]
    [InlineData(DatabaseEngine.MySql)]
    [InlineData(DatabaseEngine.Sqlite)]
    public async Task On_the_page_a_file_is_known_by_its_content_and_by_the_interface_by_its_name(DatabaseEngine engine)
    {
        var host = await hosts.OnAsync(engine, Household.Empty);
        var account = await AddAccountAsync(host, AccountType.Bank);
        const string name = "quickenExport.qfx";
        Assert.StartsWith("201 ", await SendAsync(host, "/ajax/ofx/import", account, name, Read("45-same-name-next-month.1.ofx")), StringComparison.Ordinal);
        Assert.StartsWith("201 ", await SendAsync(host, "/ajax/ofx/import", account, name, Read("45-same-name-next-month.2.ofx")), StringComparison.Ordinal);
        Assert.Equal(["2026-10-05 -40.00 OCTOBER", "2026-11-05 -9.00 NOVEMBER"], await RowsAsync(host, account));

        var again = await SendAsync(host, "/ajax/ofx/import", account, "other.qfx", Read("45-same-name-next-month.2.ofx"));
        Assert.StartsWith("409 ", again, StringComparison.Ordinal);
        Assert.Contains("This file was already imported on 7/28/2017, as statement", again, StringComparison.Ordinal);
        Assert.Contains("is a duplicate of stmt", await SendAsync(host, "/api/ofx/statement", account, name, Read("45-same-name-next-month.2.ofx")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DatabaseEngine.MySql)]
    [InlineData(DatabaseEngine.Sqlite)]
    public async Task The_preview_shows_all_statements_and_writes_what_they_share_once(DatabaseEngine engine)
    {
        var host = await hosts.OnAsync(engine, Household.Empty);
        var account = await AddAccountAsync(host, AccountType.Bank);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(account.ToString(CultureInfo.InvariantCulture)), "account-0" },
            { new StringContent(account.ToString(CultureInfo.InvariantCulture)), "account-1" },
            { new ByteArrayContent(Read("07-two-months-one-file.ofx")), "ofx", "months.ofx" },
        };
        using var response = await host.Client.PostAsync(new Uri("/dialogs/ofx-preview", UriKind.Relative), form);
        var page = await response.Content.ReadAsStringAsync();

        Assert.Equal(2, page.Split("data-ofx-statement=").Length - 1);
        Assert.Equal(2, page.Split("<strong>1 new</strong>").Length - 1);
        Assert.True(page.IndexOf("OCTOBER", StringComparison.Ordinal) < page.IndexOf("NOVEMBER", StringComparison.Ordinal));
        // The accounts once, of the other statement its own, and with each the two ways of its sign.
        Assert.Equal(1 + await AccountsAsync(host) + 2 + (2 * 2), page.Split("<option").Length - 1);
    }

    private async Task RunAsync(string name, DatabaseEngine engine, string path)
    {
        var host = await hosts.OnAsync(engine, Household.Empty);
        var described = FieldCase.All.Single(entry => entry.Name == name);
        var account = await AddAccountAsync(host, described.IsCard ? AccountType.Credit : AccountType.Bank);
        foreach (var file in described.FileNames)
        {
            await ImportAsync(host, path, account, "first " + file, Read(file));
        }

        Assert.Equal(described.Rows.Order(StringComparer.Ordinal), await RowsAsync(host, account));
        Assert.Equal(Amount(described.Balance), await BalanceAsync(host, account));
        var before = await TextAsync(host, account);

        foreach (var file in described.FileNames)
        {
            await ImportAsync(host, "/api/ofx/statement", account, "again " + file, Read(file));
        }

        Assert.Equal(described.Rows.Order(StringComparer.Ordinal), await RowsAsync(host, account));
        Assert.Equal(Amount(described.Balance), await BalanceAsync(host, account));
        Assert.Equal(before, await TextAsync(host, account));
    }

    /// <summary>Imports a file; on the page each of its statements by itself, as a person does.</summary>
    private static async Task ImportAsync(InProcessHost host, string path, int account, string name, byte[] file)
    {
        var count = path.StartsWith("/api", StringComparison.Ordinal) ? 1 : Occurrences(file, "<STMTRS>") + Occurrences(file, "<CCSTMTRS>") + Occurrences(file, "<INVSTMTRS>");
        for (var statement = 0; statement < count; statement++)
        {
            var reply = await SendAsync(host, path, account, name, file, path.StartsWith("/api", StringComparison.Ordinal) ? null : statement);
            Assert.True(reply.StartsWith("201 ", StringComparison.Ordinal), reply + string.Join('\n', host.Errors));
        }
    }

    private static int Occurrences(byte[] file, string tag) => Encoding.Latin1.GetString(file).Split(tag).Length - 1;

    private static byte[] Read(string file) => File.ReadAllBytes(TestData.Fixture("field/" + file));

    private static async Task<int> AddAccountAsync(InProcessHost host, AccountType type)
    {
        await using var context = host.Database.CreateContext();
        var account = context.Accounts.Add(new Account { Name = $"Field {Interlocked.Increment(ref _accounts)}", Type = type }).Entity;
        await context.SaveChangesAsync();
        return account.Id;
    }

    private static async Task<int> AccountsAsync(InProcessHost host)
    {
        await using var context = host.Database.CreateContext();
        return await context.Accounts.CountAsync();
    }

    private static async Task<string> SendAsync(InProcessHost host, string path, int account, string name, byte[] file, int? statement = null)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(account.ToString(CultureInfo.InvariantCulture)), "acct_id" },
            { new StringContent(name), "filename" },
            { new ByteArrayContent(file), "ofx", "file.ofx" },
        };
        if (statement is { } number)
        {
            form.Add(new StringContent(number.ToString(CultureInfo.InvariantCulture)), "statement");
        }

        using var response = await host.Client.PostAsync(new Uri(path, UriKind.Relative), form);
        return $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}";
    }

    /// <summary>The rows of an account in the list of bank transactions: as lines of text, in order.</summary>
    private static async Task<IReadOnlyList<string>> RowsAsync(InProcessHost host, int account)
    {
        using var table = JsonDocument.Parse(await host.PageAsync(FormattableString.Invariant($"/ajax/ofx?draw=1&start=0&length=-1&columns[2][search][value]={account}")));
        return
        [
            .. table.RootElement.GetProperty("data").EnumerateArray()
                .Select(row => (Day: row.GetProperty("date").GetString()!, Amount: row.GetProperty("amount").GetDecimal(), Name: row.GetProperty("name").GetString() ?? ""))
                .Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Day} {row.Amount:0.00##} {row.Name}").TrimEnd())
                .Order(StringComparer.Ordinal),
        ];
    }

    private static async Task<decimal> BalanceAsync(InProcessHost host, int account)
    {
        await using var context = host.Database.CreateContext();
        return await CurrentBalance.First(context.AccountBalances.Where(balance => balance.AccountId == account)).Select(balance => balance.Ledger).FirstOrDefaultAsync() ?? 0m;
    }

    /// <summary>All that the account's rows say but where they were last seen.</summary>
    private static async Task<IReadOnlyList<string>> TextAsync(InProcessHost host, int account)
    {
        await using var context = host.Database.CreateContext();
        var rows = await context.BankTransactions.Where(row => row.AccountId == account).OrderBy(row => row.FitId).ToListAsync();
        return rows.ConvertAll(row => string.Create(CultureInfo.InvariantCulture, $"{row.FitId}|{row.DatePosted:s}|{row.PostedDay:yyyy-MM-dd}|{row.Amount:0.0000}|{row.TransactionType}|{row.Name}|{row.Memo}"));
    }

    private static decimal Amount(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
