using System.Text.Json;
using BiweeklyBudget.Core.Reconciling;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tests.Forms;
using BiweeklyBudget.Hosting.Api;
using BiweeklyBudget.Hosting.Features.Reconciling;
using BiweeklyBudget.TestSupport;
using Microsoft.Extensions.Time.Testing;

namespace BiweeklyBudget.Core.Tests.Reconciling;

/// <summary>
/// A small database to reconcile in. Accounts: 1 Checking, 2 Card (negates bank amounts), 3 Broker (takes no part). Transactions:
/// 1 of 62.30 on Checking, 2 of 25.00 on Card in two budgets, 3 of 9.99 on Checking. Bank transactions: A, B and C of 62.30, 9.99
/// and 7.00 on Checking, V of −25.00 on Card.
/// </summary>
internal sealed class ReconcileWorld : IAsyncDisposable
{
    public static readonly DateOnly Begin = new(2017, 1, 1);

    private const string Rows = """
        {
          "accounts": [{"id": 1, "name": "Checking", "acct_type": "Bank"}, {"id": 2, "name": "Card", "acct_type": "Credit", "negate_ofx_amounts": true}, {"id": 3, "name": "Broker", "acct_type": "Investment", "reconcile_trans": false}],
          "budgets": [{"id": 1, "name": "Food", "starting_balance": "0"}, {"id": 2, "name": "Pay", "starting_balance": "0", "is_income": true}],
          "transactions": [
            {"id": 1, "date": "2017-07-22", "description": "Market", "account_id": 1, "budgets": [{"budget_id": 1, "amount": "62.30"}]},
            {"id": 2, "date": "2017-07-20", "description": "Shoes", "account_id": 2, "notes": "red", "budgets": [{"budget_id": 2, "amount": "-5.00"}, {"budget_id": 1, "amount": "30.00"}]},
            {"id": 3, "date": "2017-07-23", "description": "Music", "account_id": 1, "budgets": [{"budget_id": 1, "amount": "9.99"}]}
          ],
          "ofx_statements": [{"id": 1, "account_id": 1, "filename": "one.ofx", "as_of": "2017-07-26T00:00:00Z"}, {"id": 2, "account_id": 2, "filename": "two.ofx", "as_of": "2017-07-26T00:00:00Z"}],
          "ofx_transactions": [
            {"account_id": 1, "statement_id": 1, "fitid": "A", "date_posted": "2017-07-23T00:00:00Z", "amount": "62.30", "name": "MARKET 0412"},
            {"account_id": 1, "statement_id": 1, "fitid": "B", "date_posted": "2017-07-23T00:00:00Z", "amount": "9.99", "name": "MUSIC"},
            {"account_id": 1, "statement_id": 1, "fitid": "C", "date_posted": "2017-07-25T00:00:00Z", "amount": "7.00", "name": "CAFE"},
            {"account_id": 2, "statement_id": 2, "fitid": "V", "date_posted": "2017-07-20T00:00:00Z", "amount": "-25.00", "name": "SHOES"}
          ]
        }
        """;

    private ReconcileWorld(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public static async Task<ReconcileWorld> CreateAsync(DatabaseEngine engine)
    {
        var world = new ReconcileWorld(await TestDatabase.CreatedAsync(engine));
        await using var context = world.Database.CreateContext();
        await VectorWorld.LoadAsync(context, JsonDocument.Parse(Rows).RootElement);
        return world;
    }

    /// <summary>A book over the database that reconciles from <see cref="Begin"/> on, with the clock of the vectors.</summary>
    public BudgetBook OpenBook()
    {
        var settings = new BudgetSettings { ConnectionString = "sqlite:///none.db", ReconcileBeginDate = Begin };
        return new BudgetBook(new BookSession(Database.CreateContext(), () => settings, new FakeTimeProvider(FormOperations.Now), _ => settings));
    }

    /// <summary>What a body says that comes over the wire.</summary>
    public static ReconciliationBatch Batch(string body) =>
        ReconcileBody.TryRead(JsonDocument.Parse(body).RootElement, out var batch, out var error) ? batch : throw new InvalidOperationException(error);

    public async Task<Outcome<IReadOnlyList<int>>> SaveAsync(ReconciliationBatch batch)
    {
        await using var book = OpenBook();
        return await book.Reconciling.SaveAsync(batch);
    }

    /// <summary>Sends a body as it comes over the wire.</summary>
    public async Task<FormAnswer> ReconcileAsync(string body)
    {
        await using var book = OpenBook();
        return await SendAsync(book, JsonDocument.Parse(body).RootElement);
    }

    public static async Task<FormAnswer> SendAsync(BudgetBook book, JsonElement body) =>
        ReconcileBody.TryRead(body, out var batch, out var error) ? FormAnswer.Of(ReconcileReply.Of(await book.Reconciling.SaveAsync(batch))) : new FormAnswer.Failed(error);

    public async Task<FormAnswer> UndoAsync(FormValue id)
    {
        await using var book = OpenBook();
        return FormAnswer.Of(await new UndoReconciliationForm().SubmitAsync(book, new FormValues { ["id"] = id }, CancellationToken.None));
    }

    public async Task<T> ReadAsync<T>(Func<BudgetDbContext, Task<T>> read)
    {
        await using var context = Database.CreateContext();
        return await read(context);
    }

    /// <summary>Ids of the transactions and keys of the bank transactions that wait to be reconciled, as texts.</summary>
    public Task<(string Transactions, string BankTransactions)> WaitingAsync() => ReadAsync(async context =>
    {
        var reader = new UnreconciledReader(context, await context.OpenItemsAsync(Begin));
        return (
            string.Join(' ', (await reader.ReadTransactionsAsync(Begin, default)).Select(t => t.Id)),
            string.Join(' ', (await reader.ReadBankTransactionsAsync(Begin, default)).Select(t => t.Key)));
    });

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
