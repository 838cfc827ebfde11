using System.Text.Json;
using BiweeklyBudget.Core.Reconciling;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tests.Forms;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Reconciling;

[Trait("Category", "Vectors")]
public sealed class ReconcileVectorTests(WorldDatabases databases) : IClassFixture<WorldDatabases>
{
    private const string Area = "reconcile";

    [Fact]
    public void Every_kind_of_vector_is_run() => Assert.Empty(VectorKinds.NotRunBy(GetType(), Area));

    [Theory]
    [Vectors(Area, "may_match")]
    public void A_bank_transaction_fits_a_transaction_of_its_account_and_amount(VectorCase vector)
    {
        var (left, right) = (new VectorRow(vector.Input.GetProperty("transaction")), new VectorRow(vector.Input.GetProperty("ofx")));
        var transaction = Entered.Transaction(1, left.Number("account_id"), date: null, left.Money("actual_amount")!.Value);
        var bankTransaction = BankTransactionDetails.Of(new BankTransaction { AccountId = right.Number("account_id")!.Value, FitId = "F", Amount = right.Money("account_amount")!.Value }, "", isNegated: false, reconciliationId: null);

        Assert.Equal(vector.Expected.GetProperty("match").GetBoolean(), left.Flag("already_matched", false) == false && MatchKey.Of(transaction) == MatchKey.Of(bankTransaction));

        // The page's scripts go by the keys as texts.
        Assert.Equal(MatchKey.Of(transaction) == MatchKey.Of(bankTransaction), MatchKey.Of(transaction).ToString() == MatchKey.Of(bankTransaction).ToString());
    }

    // Upstream's page marks its cards by a shortened FITID, under which different ones look the same. Ours keep the whole one.
    [Theory]
    [Vectors(Area, "element_id")]
    public void A_bank_transaction_is_named_by_its_whole_fitid(VectorCase vector)
    {
        KnownDifferences.Rule(Area, "cards-are-named-by-the-whole-fitid");
        var fitId = vector.Input.GetProperty("fitid").GetString()!;

        Assert.True(BankTransactionKey.TryParse(new BankTransactionKey(7, fitId).ToString(), out var key));
        Assert.Equal(new BankTransactionKey(7, fitId), key);
        Assert.NotEqual(new BankTransactionKey(7, vector.Expected.GetProperty("clean").GetString()!), key);
    }

    [Theory]
    [VectorsOnBothEngines(Area, "unreconciled_lists")]
    public async Task What_waits_to_be_reconciled_is_listed_in_order(VectorCase vector, DatabaseEngine engine)
    {
        var database = await databases.WithAsync(engine, vector.Input);
        await using var context = database.CreateContext();
        var begin = new VectorRow(vector.Input).Date("reconcile_begin_date") ?? new DateOnly(2017, 1, 1);
        var reader = new UnreconciledReader(context, await context.OpenItemsAsync(begin));

        Assert.Equal(vector.Expected.GetProperty("transactions").EnumerateArray().Select(id => id.GetInt32()), (await reader.ReadTransactionsAsync(begin, default)).Select(t => t.Id));
        Assert.Equal(
            new VectorRow(vector.Expected).List("ofx").Select(row => (row.Number("account_id")!.Value, row.Text("fitid")!, row.Money("account_amount")!.Value)),
            (await reader.ReadBankTransactionsAsync(begin, default)).Select(t => (t.Key.AccountId, t.Key.FitId, t.AccountAmount!.Value)));
    }

    [Theory]
    [VectorsOnBothEngines(Area, "submit")]
    public async Task A_request_is_answered_and_stored_as_recorded(VectorCase vector, DatabaseEngine engine)
    {
        var database = await databases.WithAsync(engine, vector.Input.GetProperty("world"));
        await using var context = database.CreateContext();
        var result = await ReconcileWorld.SendAsync(FormOperations.Book(context), vector.Input.GetProperty("request"));

        Assert.Equal(vector.Expected.GetProperty("status").GetInt32() == 200, result is FormAnswer.Saved);
        CompareReply(vector.Expected.GetProperty("response"), result);
        var stored = await context.Reconciliations.AsNoTracking().OrderBy(r => r.Id).ToListAsync();
        Assert.Equal(
            new VectorRow(vector.Expected).List("reconciles").Select(row => (row.Number("txn_id"), row.Number("ofx_account_id"), row.Text("ofx_fitid"), row.Text("note"), row.Number("rule_id"))),
            stored.Select(r => (r.TransactionId, r.BankAccountId, r.BankFitId, r.Note, r.RuleId)));
        Assert.All(stored.Where(r => r.Id != 1), r => Assert.Equal(FormOperations.Now.UtcDateTime, r.ReconciledAt));
    }

    private static void CompareReply(JsonElement expected, FormAnswer result)
    {
        if (result is FormAnswer.Saved saved)
        {
            Assert.Equal(expected.GetProperty("success_message").GetString(), saved.Message);
            return;
        }

        // "..." stands for any text with that beginning.
        var message = expected.GetProperty("error_message").GetString()!;
        Assert.StartsWith(message.Replace("...", "", StringComparison.Ordinal), result.Failure());
        Assert.True(message.EndsWith("...", StringComparison.Ordinal) || message == result.Failure());
    }
}
