using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.Core.Storage.Connections;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.AcceptanceTests.Faults;

/// <summary>
/// Clients that spend from one standing budget, a dollar each time, through whatever happens to the database, and keep a ledger of what they were
/// told. Another one asks meanwhile whether the host lives. At the end, ledger and database must agree.
/// </summary>
internal sealed class Spending : IAsyncDisposable
{
    private const int Clients = 8;
    private const decimal Begin = 100_000m;

    private readonly HostProcess _host;
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<string, Answer> _ledger = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _surprises = new();
    private readonly List<Task> _running = [];
    private readonly long _began = TimeProvider.System.GetTimestamp();
    private TimeSpan _slowestAt;
    private int _saved;

    private Spending(HostProcess host) => _host = host;

    private enum Answer
    {
        Saved,
        Refused,

        /// <summary>No answer, or one that came when the outcome could not be known.</summary>
        Unknown,
    }

    /// <summary>Set when the host is about to end: then it need not answer any more.</summary>
    public bool IsHostToEnd { get; set; }

    /// <summary>The longest time that the question whether the host lives waited for its answer.</summary>
    public TimeSpan SlowestSign { get; private set; }

    /// <summary>How often the host refused.</summary>
    public int Refusals => _ledger.Count(entry => entry.Value != Answer.Saved);

    /// <summary>Makes account and budget, and begins to spend.</summary>
    public static async Task<Spending> StartAsync(HostProcess host)
    {
        await host.SaveAsync("account", new
        {
            name = "Purse",
            description = "",
            acct_type = "Bank",
            ofx_cat_memo_to_name = "false",
            vault_creds_path = "",
            ofxgetter_config_json = "",
            negate_ofx_amounts = "false",
            reconcile_trans = "true",
            credit_limit = "",
            apr = "",
            prime_rate_margin = "",
            interest_class_name = "AdbCompoundedDaily",
            min_payment_class_name = "MinPaymentAmEx",
            is_active = "true",
            plaid_account = "null,null",
            re_interest_charge = "",
            re_interest_paid = "",
            re_payment = "",
            re_late_fee = "",
            re_other_fee = "",
        });
        await host.SaveAsync("budget", new { name = "Savings", is_periodic = "false", description = "", starting_balance = "", current_balance = Begin.ToString(CultureInfo.InvariantCulture), is_active = "true", is_income = "false", omit_from_graphs = "false", skip_balance = "false" });
        var spending = new Spending(host);
        spending._running.AddRange(Enumerable.Range(0, Clients).Select(client => Task.Run(() => spending.SpendAsync(client))));
        spending._running.Add(Task.Factory.StartNew(spending.LookForLife, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));
        return spending;
    }

    /// <summary>Waits until some more was saved: the database is back.</summary>
    public async Task WaitForSavesAsync()
    {
        var (before, began) = (Volatile.Read(ref _saved), Stopwatch.GetTimestamp());
        while (Volatile.Read(ref _saved) < before + (2 * Clients))
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < HostProcess.StartLimit && !_host.HasExited, $"Nothing is saved any more. {string.Join('\n', _surprises)}\n{_host.Output}");
            await Task.Delay(20);
        }
    }

    /// <summary>Waits until the host has refused something: the fault is felt.</summary>
    public async Task WaitForRefusalAsync()
    {
        var (before, began) = (Refusals, Stopwatch.GetTimestamp());
        while (Refusals == before)
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < HostProcess.StartLimit && !_host.HasExited, $"Nothing was refused.\n{_host.Output}");
            await Task.Delay(20);
        }
    }

    /// <summary>Ends the spending and compares.</summary>
    /// <param name="databaseUrl">The database, by a way without faults.</param>
    public async Task CheckAsync(string databaseUrl)
    {
        await _end.CancelAsync();
        await Task.WhenAll(_running);
        Assert.Empty(_surprises);
        await using var context = DatabaseConnection.Parse(databaseUrl).CreateContext();
        var stored = await context.Transactions.GroupBy(t => t.Description).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, StringComparer.Ordinal);
        var balance = await context.Budgets.Select(budget => budget.CurrentBalance).SingleAsync();
        var splits = await context.TransactionSplits.CountAsync();
        Assert.DoesNotContain(_ledger, entry => entry.Value == Answer.Saved && stored.GetValueOrDefault(entry.Key) != 1);
        Assert.DoesNotContain(_ledger, entry => entry.Value == Answer.Refused && stored.ContainsKey(entry.Key));
        Assert.DoesNotContain(stored, entry => entry.Value != 1 || !_ledger.ContainsKey(entry.Key));
        Assert.Equal((Begin - stored.Count, stored.Count), (balance!.Value, splits));
        if (LongForm.IsWanted)
        {
            // In the short form other tests run at the same time.
            Assert.True(SlowestSign < TimeSpan.FromSeconds(0.5), $"/healthz/live took {SlowestSign.TotalSeconds:0.00} s, {_slowestAt.TotalSeconds:0} s after the beginning.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_running);
        _end.Dispose();
    }

    private async Task SpendAsync(int client)
    {
        for (var i = 0; !_end.IsCancellationRequested; i++)
        {
            var description = string.Create(CultureInfo.InvariantCulture, $"{client}/{i}");
            var form = new { date = "2017-07-28", amount = "1.00", description, account = "1", notes = "", sales_tax = "", budgets = new Dictionary<string, string> { ["1"] = "1.00" } };
            try
            {
                using var response = await _host.Client.PostAsJsonAsync(new Uri("/forms/transaction", UriKind.Relative), form);
                _ledger[description] = await ReadAsync(response);
                await Task.Delay(LongForm.PauseOfClients);
            }
            catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or InvalidOperationException)
            {
                _ledger[description] = Answer.Unknown;
                await Task.Delay(50);
            }
        }
    }

    private async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync();
        switch (response.StatusCode)
        {
            case HttpStatusCode.OK when JsonDocument.Parse(body).RootElement.GetProperty("success").GetBoolean():
                Interlocked.Increment(ref _saved);
                return Answer.Saved;
            case HttpStatusCode.OK or HttpStatusCode.Conflict:
                return Answer.Refused;
            case HttpStatusCode.ServiceUnavailable:
                // Whether it says so or not: the connection may have broken at the commit.
                return Answer.Unknown;
            default:
                _surprises.Enqueue($"{(int)response.StatusCode}: {body}");
                return Answer.Unknown;
        }
    }

    /// <summary>On a thread and a connection of its own, which wait for nothing but the host: what the clients beside it wait for is not measured.</summary>
    private void LookForLife()
    {
        using var client = new HttpClient { BaseAddress = _host.Address };
        while (!_end.IsCancellationRequested)
        {
            var began = TimeProvider.System.GetTimestamp();
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, "/healthz/live");
                using var response = client.Send(request);
                if (response.StatusCode != HttpStatusCode.OK)
                {
                    _surprises.Enqueue($"/healthz/live answered {(int)response.StatusCode}");
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
            {
                if (!IsHostToEnd)
                {
                    _surprises.Enqueue($"/healthz/live did not answer: {exception.Message}");
                }
            }

            var took = TimeProvider.System.GetElapsedTime(began);
            if (took > SlowestSign && !IsHostToEnd)
            {
                (SlowestSign, _slowestAt) = (took, TimeProvider.System.GetElapsedTime(_began));
            }

            _end.Token.WaitHandle.WaitOne(50);
        }
    }
}
