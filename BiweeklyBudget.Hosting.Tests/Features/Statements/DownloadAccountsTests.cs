using System.Text.Json;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Hosting.Tests.Fixtures;

namespace BiweeklyBudget.Hosting.Tests.Features.Statements;

/// <summary>What <c>/api/ofx/accounts</c> gives of configurations that an older program stored (spec/http-api.md §13.1).</summary>
public sealed class DownloadAccountsTests
{
    private static readonly string Deepest = new string('[', 64) + new string(']', 64);

    [Theory]
    [InlineData(DatabaseEngine.MySql)]
    [InlineData(DatabaseEngine.Sqlite)]
    public async Task Every_account_is_given_whatever_is_stored_for_another(DatabaseEngine engine)
    {
        await using var host = await InProcessHost.StartAsync(engine, Household.Empty);
        await using (var context = host.Database.CreateContext())
        {
            foreach (var (name, json) in new[] { ("list", "[]"), ("deepest", Deepest), ("deeper", $"[{Deepest}]"), ("half", """["\ud800"]"""), ("half name", """{"\ud800":1}"""), ("none", "{"), ("good", """{"a":"\ud83d\ude00"}""") })
            {
                context.Accounts.Add(new Account { Name = name, Type = AccountType.Bank, StatementDownloadJson = json, VaultCredentialsPath = name == "list" ? null : "v" });
            }

            await context.SaveChangesAsync();
        }

        using var accounts = JsonDocument.Parse(await host.PageAsync("/api/ofx/accounts"), new JsonDocumentOptions { MaxDepth = 70 });

        Assert.Equal(
            [("deeper", "{}"), ("deepest", Deepest), ("good", "😀"), ("half", "{}"), ("half name", "{}"), ("list", "[]"), ("none", "{}")],
            accounts.RootElement.EnumerateObject().Select(account => (account.Name, Config(account))).Order());
        Assert.Empty(host.Errors);
    }

    private static string Config(JsonProperty account) => account.Value.GetProperty("config") is var config && account.Name == "good" ? config.GetProperty("a").GetString()! : config.GetRawText();
}
