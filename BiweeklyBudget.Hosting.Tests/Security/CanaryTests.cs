using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Tests.Composition;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BiweeklyBudget.Hosting.Tests.Security;

/// <summary>
/// Secrets and numbers of accounts are planted wherever the program keeps them; then everything is asked for, saved, refused and broken. None of them is in the log, with all statements in it, and none in an answer that
/// is not for it.
/// </summary>
public sealed partial class CanaryTests
{
    private const string Password = "canaryPassword7391";
    private const string PlaidSecret = "canaryPlaidSecret7392";
    private const string AccessToken = "access-canary-7393";
    private const string VaultPath = "secret/canary/7394";
    private const string AccountNumber = "73957395739573957395";
    private const string RoutingNumber = "739673967";

    // Ids of banks' transactions may have numbers of accounts in them; they stand on pages, as what a transaction is known by, and not in the log.
    private const string FitId = "73977397-canary";

    // Nobody is ever told these.
    private static readonly string[] Secrets = [Password, PlaidSecret, AccessToken];

    // A script is told them where upstream's protocol has them, a person where he edits them.
    private static readonly string[] Numbers = [AccountNumber, RoutingNumber];

    // Where it is edited, and what tells a program that downloads statements where to find its log-in.
    private static readonly string[] ShowVaultPath = ["/dialogs/account/1", "/ajax/account/1", "/api/ofx/accounts"];

    [Theory]
    [InlineData(DatabaseEngine.Sqlite)]
    [InlineData(DatabaseEngine.MySql)]
    public async Task No_secret_and_no_account_number_is_in_the_log_or_on_a_page(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.WithSampleDataAsync(engine);
        var settings = new Dictionary<string, string?>(RecordedSettings.For(await PlantAsync(database)))
        {
            ["PLAID_SECRET"] = PlaidSecret,
            ["SQL_ECHO"] = "true",
            ["SQL_QUERY_PROFILE"] = "true",
        };
        using var log = new LogLines();
        await using var host = await InProcessHost.StartAsync(settings, builder => builder.Services.AddSingleton<ILoggerFactory>(_ => new LoggerFactory([log])));
        var leaks = new List<string>();

        await ReadAllAsync(host, leaks);
        Assert.Contains(AccountNumber, await host.PageAsync("/ajax/ofx/1/BankOne.0.1"), StringComparison.Ordinal);
        Assert.Contains(VaultPath, await host.PageAsync("/dialogs/account/1"), StringComparison.Ordinal);
        foreach (var request in SavableRequest.All)
        {
            using var body = request.Body();
            using var reply = await host.Client.PostAsync(new Uri(request.Path, UriKind.Relative), body);
            await LookAsync(reply, request.Path, leaks);
        }

        // Files that name the account in full: one that is taken, one that is the account of somebody else's, and some that cannot be read.
        var file = StatementText.Checking(AccountNumber, "NEW1 -45.67 One", $"{FitId} -1.00 By number");
        foreach (var text in new[] { file, file.Replace("-45.67", "much", StringComparison.Ordinal), file[..^200], file.Replace("<BANKID>11", "<BANKID>" + RoutingNumber, StringComparison.Ordinal), "OFXHEADER:100 " + AccountNumber })
        {
            foreach (var account in new[] { 1, 2, 99 })
            {
                using var reply = await host.Client.PostAsJsonAsync("/api/ofx/statement", new { acct_id = account, filename = $"{Guid.NewGuid():n}.ofx", mtime = (string?)null, ofx = Convert.ToBase64String(Encoding.UTF8.GetBytes(text)) });
                await LookAsync(reply, "/api/ofx/statement", leaks);
            }
        }

        await ReadAllAsync(host, leaks);
        Assert.Contains(FitId, await host.PageAsync("/ofx"), StringComparison.Ordinal);

        // And when nothing goes right any more.
        await database.DropAsync();
        await ReadAllAsync(host, leaks, one: 5);
        Assert.Contains(log.All, line => line.Text.Contains("SELECT", StringComparison.Ordinal));
        Assert.Contains(log.All, line => line.Level >= LogLevel.Error);
        leaks.AddRange(log.All.Where(line => Secrets.Concat(Numbers).Append(VaultPath).Append(FitId).Any(canary => line.Text.Contains(canary, StringComparison.Ordinal))).Select(line => $"log: {line.Category}: {line.Text}").Distinct());
        Assert.Empty(leaks);
    }

    private static async Task ReadAllAsync(InProcessHost host, List<string> leaks, int one = 1)
    {
        foreach (var address in Addresses.All.Where((_, i) => i % one == 0))
        {
            using var response = await host.GetAsync(address.Path);
            await LookAsync(response, address.Path, leaks);
        }
    }

    private static async Task LookAsync(HttpResponseMessage response, string path, List<string> leaks)
    {
        var text = $"{response.Headers} {response.Content.Headers} {await response.Content.ReadAsStringAsync()}";
        var isJson = response.Content.Headers.ContentType?.MediaType == "application/json";
        var unwanted = Secrets.Concat(isJson ? [] : Numbers).Concat(ShowVaultPath.Contains(path, StringComparer.Ordinal) ? [] : [VaultPath]);
        leaks.AddRange(unwanted.Where(canary => text.Contains(canary, StringComparison.Ordinal)).Select(canary => $"{path}: {canary}"));
    }

    /// <summary>Plants all but the setting.</summary>
    /// <returns>The database's URL, with the password in it if its engine has any.</returns>
    private static async Task<string> PlantAsync(TestDatabase database)
    {
        await using var context = database.CreateContext();
        await context.Database.ExecuteSqlAsync($"UPDATE accounts SET vault_creds_path = {VaultPath} WHERE id = 1");
        await context.Database.ExecuteSqlAsync($"UPDATE ofx_statements SET acctid = {AccountNumber}, routing_number = {RoutingNumber}");
        await context.Database.ExecuteSqlAsync($"INSERT INTO plaid_items (item_id, access_token, institution_name, institution_id) VALUES ('item-canary', {AccessToken}, 'Bank', 'ins_1')");
        if (database.Engine == DatabaseEngine.Sqlite)
        {
            return database.Url;
        }

        var user = $"c{Guid.NewGuid():n}"[..20];
#pragma warning disable EF1002 // Names of users are no parameters; these are the test's own.
        await context.Database.ExecuteSqlRawAsync($"CREATE USER '{user}' IDENTIFIED BY '{Password}'; GRANT ALL ON `{new Uri(database.Url.Replace("mysql+pymysql", "http", StringComparison.Ordinal)).AbsolutePath.Trim('/')}`.* TO '{user}'");
#pragma warning restore EF1002
        return LogIn().Replace(database.Url, $"//{user}:{Password}@");
    }

    [GeneratedRegex("//[^@]*@", RegexOptions.None, 1000)]
    private static partial Regex LogIn();
}
