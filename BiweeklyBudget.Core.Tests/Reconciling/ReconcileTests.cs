using System.Text.Json;
using BiweeklyBudget.Core.Reconciling;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tests.Forms;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Reconciling;

public sealed class ReconcileTests
{
    private const string Refused = "Exception committing reconcile(s): ";

    [Theory]
    [OnBothEngines]
    public async Task What_is_reconciled_waits_no_longer(DatabaseEngine engine)
    {
        await using var world = await ReconcileWorld.CreateAsync(engine);
        var result = await world.ReconcileAsync("""{"reconciled": {"3": "cash", "1": [1, "A"]}, "ofxIgnored": {"2%V": "twice", "1%C": "not ours"}}""");

        Assert.Equal("Successfully reconciled 4 transactions", result.Success());
        Assert.Empty(Assert.IsType<FormAnswer.Saved>(result).Warnings);
        Assert.Equal(("2", "1%B"), await world.WaitingAsync());
        var rows = await world.ReadAsync(context => context.Reconciliations.OrderBy(r => r.Id).Select(r => new { r.TransactionId, r.BankAccountId, r.BankFitId, r.Note }).ToListAsync());
        Assert.Equal(
            [(1, 1, "A", null), (3, null, null, "cash"), (null, 1, "C", "not ours"), (null, 2, "V", "twice")],
            rows.Select(r => (r.TransactionId, r.BankAccountId, r.BankFitId, r.Note)));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_note_can_be_left_out(DatabaseEngine engine)
    {
        await using var world = await ReconcileWorld.CreateAsync(engine);

        Assert.Equal("Successfully reconciled 1 transactions", (await world.ReconcileAsync("""{"reconciled": {"2": null}}""")).Success());

        var row = await world.ReadAsync(context => context.Reconciliations.SingleAsync());
        Assert.Equal((2, null, null, null), (row.TransactionId, row.BankAccountId, row.BankFitId, row.Note));
    }

    [Theory]
    [OnBothEngines]
    public async Task One_wrong_entry_keeps_all_others_from_being_saved(DatabaseEngine engine)
    {
        await using var world = await ReconcileWorld.CreateAsync(engine);
        Assert.Equal("Invalid OFXTransaction: (1, 'nope')", (await world.ReconcileAsync("""{"reconciled": {"1": [1, "A"], "3": [1, "nope"]}, "ofxIgnored": {"2%V": "x"}}""")).Failure());
        Assert.Equal(0, await world.ReadAsync(context => context.Reconciliations.CountAsync()));
    }

    [Theory]
    [InlineData("""{"reconciled": {"99": "x", "98": [1, "nope"]}}""", "Invalid Transaction ID: 98")]
    [InlineData("""{"reconciled": {"1": [1, "a"]}}""", "Invalid OFXTransaction: (1, 'a')")]
    [InlineData("""{"reconciled": {"1": [2, "A"]}}""", "Invalid OFXTransaction: (2, 'A')")]
    [InlineData("""{"reconciled": {"1": "x", "3": [1, "A"]}, "ofxIgnored": {"1%A": "x"}}""", Refused + "OFXTransaction (1, 'A') is named twice")]
    [InlineData("""{"reconciled": {"1": [1, "A"], "3": [1, "A"]}}""", Refused + "OFXTransaction (1, 'A') is named twice")]
    [InlineData("""{"reconciled": {"1": "x", "1": "y"}}""", Refused + "Transaction 1 is named twice")]
    [InlineData("""{"reconciled": {}, "ofxIgnored": {"1%nope": "x"}}""", Refused + "Invalid OFXTransaction: (1, 'nope')")]
    [InlineData("""{"reconciled": {"abc": "x"}}""", "Invalid Transaction ID: abc")]
    [InlineData("""{"reconciled": {"-1": "x"}}""", "Invalid Transaction ID: -1")]
    [InlineData("""{"reconciled": {"1": []}}""", "Transaction 1 needs a note or an account ID with a FITID.")]
    [InlineData("""{"reconciled": {"1": [1, "A", 3]}}""", "Transaction 1 needs a note or an account ID with a FITID.")]
    [InlineData("""{"reconciled": {"1": ["x", "A"]}}""", "Transaction 1 needs a note or an account ID with a FITID.")]
    [InlineData("""{"reconciled": {"1": 5}}""", "Transaction 1 needs a note or an account ID with a FITID.")]
    [InlineData("""{"reconciled": {}, "ofxIgnored": {"1-A": "x"}}""", "Invalid OFXTransaction: 1-A")]
    [InlineData("""{"reconciled": {}, "ofxIgnored": {"1%A": 5}}""", "OFXTransaction (1, 'A') needs a note.")]
    [InlineData("""{"reconciled": {}, "ofxIgnored": []}""", "Invalid \"ofxIgnored\": expected an object of notes.")]
    [InlineData("""{"ofxIgnored": {"1%A": "x"}}""", "Missing or invalid \"reconciled\": expected an object by transaction ID.")]
    [InlineData("""[]""", "Missing or invalid \"reconciled\": expected an object by transaction ID.")]
    [InlineData("""{"reconciled": {"1": "\ud800"}}""", "The request holds text that is not valid Unicode.")]
    [InlineData("""{"reconciled": {}, "ofxIgnored": {"1%\ud800": "x"}}""", "The request holds text that is not valid Unicode.")]
    public async Task A_bad_request_is_refused_in_words_and_changes_nothing(string body, string message)
    {
        await using var world = await ReconcileWorld.CreateAsync(DatabaseEngine.Sqlite);
        Assert.Equal(message, (await world.ReconcileAsync(body)).Failure());
        Assert.Equal(0, await world.ReadAsync(context => context.Reconciliations.CountAsync()));
    }

    [Theory]
    [OnBothEngines]
    public async Task Reconciling_again_says_what_is_reconciled_already(DatabaseEngine engine)
    {
        await using var world = await ReconcileWorld.CreateAsync(engine);
        (await world.ReconcileAsync("""{"reconciled": {"1": [1, "A"]}}""")).Success();

        Assert.Equal(
            Refused + "Transaction 1 is already reconciled; OFXTransaction (1, 'A') is already reconciled",
            (await world.ReconcileAsync("""{"reconciled": {"1": "again", "3": [1, "A"]}}""")).Failure());
        Assert.Equal(1, await world.ReadAsync(context => context.Reconciliations.CountAsync()));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_note_may_fill_its_column_and_not_more(DatabaseEngine engine)
    {
        await using var world = await ReconcileWorld.CreateAsync(engine);
        Assert.Equal(
            Refused + "the note of Transaction 1 cannot be longer than 254 characters",
            (await world.ReconcileAsync(Noted(new string('n', 255), "x"))).Failure());
        (await world.ReconcileAsync(Noted(new string('n', 254), new string('é', 254)))).Success();
    }

    [Theory]
    [OnBothEngines]
    public async Task A_pair_that_does_not_fit_is_stored_and_reported(DatabaseEngine engine)
    {
        await using var world = await ReconcileWorld.CreateAsync(engine);
        var saved = Assert.IsType<FormAnswer.Saved>(await world.ReconcileAsync("""{"reconciled": {"1": ["2", "V"], "2": [1, "A"], "3": [1, "C"]}}"""));

        Assert.Equal("Successfully reconciled 3 transactions", saved.Message);
        Assert.Equal(
            [
                "Transaction 1 and OFXTransaction (2, 'V') belong to different accounts.",
                "Transaction 2 and OFXTransaction (1, 'A') belong to different accounts.",
                "Transaction 3 and OFXTransaction (1, 'C') have different amounts: 9.99 and 7.00.",
            ],
            saved.Warnings);
    }

    [Theory]
    [OnBothEngines]
    public async Task An_account_that_negates_bank_amounts_fits_by_its_books(DatabaseEngine engine)
    {
        await using var world = await ReconcileWorld.CreateAsync(engine);
        Assert.Empty(Assert.IsType<FormAnswer.Saved>(await world.ReconcileAsync("""{"reconciled": {"2": [2, "V"]}}""")).Warnings);
    }

    [Theory]
    [OnBothEngines]
    public async Task Of_sixteen_who_reconcile_the_same_at_once_one_succeeds(DatabaseEngine engine)
    {
        await using var world = await ReconcileWorld.CreateAsync(engine);
        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(n => Task.Run(() => world.ReconcileAsync(n % 2 == 0 ? """{"reconciled": {"1": [1, "A"], "3": "x"}}""" : """{"reconciled": {"3": [1, "A"]}, "ofxIgnored": {"1%C": "x"}}"""))));

        var saved = Assert.Single(results.OfType<FormAnswer.Saved>());
        Assert.Equal(saved.Ids[0], await world.ReadAsync(context => context.Reconciliations.CountAsync()));
        Assert.All(results.OfType<FormAnswer.Failed>(), failed => Assert.StartsWith(Refused, failed.Message, StringComparison.Ordinal));
    }

    [Theory]
    [OnBothEngines]
    public async Task An_undone_reconciliation_brings_both_sides_back(DatabaseEngine engine)
    {
        await using var world = await ReconcileWorld.CreateAsync(engine);
        var before = await world.WaitingAsync();
        var ids = (await world.SaveAsync(ReconcileWorld.Batch("""{"reconciled": {"1": [1, "A"], "3": "cash"}, "ofxIgnored": {"1%C": "x"}}"""))).ValueOrThrow();
        Assert.Equal($"Successfully undid reconciliation {ids[0]}.", (await world.UndoAsync(ids[0])).Success());
        Assert.Equal(("2 1", "2%V 1%A 1%B"), await world.WaitingAsync());
        (await world.UndoAsync(ids[1])).Success();
        (await world.UndoAsync(ids[2])).Success();

        Assert.Equal(before, await world.WaitingAsync());
        (await world.ReconcileAsync("""{"reconciled": {"1": [1, "A"], "3": "cash"}}""")).Success();
    }

    [Theory]
    [OnBothEngines]
    public async Task Undoing_works_where_old_rows_point_at_the_reconciliation(DatabaseEngine engine)
    {
        await using var world = await ReconcileWorld.CreateAsync(engine);
        var id = (await world.SaveAsync(ReconcileWorld.Batch("""{"reconciled": {"1": [1, "A"]}}"""))).ValueOrThrow()[0];
        await world.ReadAsync(context => context.BankTransactions.Where(t => t.FitId == "A").ExecuteUpdateAsync(set => set.SetProperty(t => t.ReconciliationId, id)));

        (await world.UndoAsync(id)).Success();
        Assert.Null(await world.ReadAsync(context => context.BankTransactions.Where(t => t.FitId == "A").Select(t => t.ReconciliationId).SingleAsync()));
    }

    [Fact]
    public async Task Undoing_what_is_not_there_is_refused()
    {
        await using var world = await ReconcileWorld.CreateAsync(DatabaseEngine.Sqlite);
        Assert.Equal("Error: no TxnReconcile with ID 99", (await world.UndoAsync(99)).Failure());
        Assert.Equal(("id", "Invalid integer value: \"x\""), (await world.UndoAsync("x")).OnlyError());
        Assert.Equal(("id", "Reconciliation cannot be empty"), (await world.UndoAsync("")).OnlyError());
    }

    [Theory]
    [OnBothEngines]
    public async Task Details_hold_whichever_sides_there_are(DatabaseEngine engine)
    {
        await using var world = await ReconcileWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        var ids = (await book.Reconciling.SaveAsync(ReconcileWorld.Batch("""{"reconciled": {"2": [1, "A"], "3": "cash"}, "ofxIgnored": {"2%V": "x"}}"""))).ValueOrThrow();
        var details = new[] { await book.Reconciling.FindAsync(ids[0]), await book.Reconciling.FindAsync(ids[1]), await book.Reconciling.FindAsync(ids[2]), await book.Reconciling.FindAsync(ids[2] + 1) };

        Assert.Equal((2, "Card", "A", "one.ofx", 1, "Checking"), (details[0]!.Transaction!.Id, details[0]!.Transaction!.AccountName, details[0]!.BankTransaction!.FitId, details[0]!.BankTransaction!.Statement!.FileName, details[0]!.AccountId, details[0]!.AccountName));
        Assert.Equal([("Food", 30m, false), ("Pay", -5m, true)], details[0]!.Transaction!.Splits.Select(s => (s.BudgetName, s.Amount, s.IsIncome)));
        Assert.Equal((3, "cash", null, 1, "Checking"), (details[1]!.Transaction!.Id, details[1]!.Note, details[1]!.BankTransaction, details[1]!.AccountId, details[1]!.AccountName));
        Assert.Equal((null, "V", "two.ofx", 2, "Card"), (details[2]!.Transaction, details[2]!.BankTransaction!.FitId, details[2]!.BankTransaction!.Statement!.FileName, details[2]!.AccountId, details[2]!.AccountName));
        Assert.Equal((-25m, 25m, ids[2]), (details[2]!.BankTransaction!.Amount, details[2]!.BankTransaction!.AccountAmount, details[2]!.BankTransaction!.ReconciliationId));
        Assert.Equal([(ids[0], 2, 1, "A"), (ids[1], 3, null, null), (ids[2], null, 2, "V")], details.Take(3).Select(d => (d!.Id, d.TransactionId, d.BankAccountId, d.BankFitId)));
        Assert.All(details.Take(3), d => Assert.Equal((null, FormOperations.Now.UtcDateTime), (d!.RuleId, d.ReconciledAt)));
        Assert.Null(details[3]);
    }

    [Theory]
    [OnBothEngines]
    public async Task Flags_that_were_never_set_hide_nothing_and_set_ones_do(DatabaseEngine engine)
    {
        await using var world = await ReconcileWorld.CreateAsync(engine);
        await world.ReadAsync(context => context.BankTransactions.Where(t => t.FitId == "A").ExecuteUpdateAsync(set => set.SetProperty(t => t.IsPayment, (bool?)null).SetProperty(t => t.IsLateFee, (bool?)null)));
        await world.ReadAsync(context => context.BankTransactions.Where(t => t.FitId == "B").ExecuteUpdateAsync(set => set.SetProperty(t => t.IsOtherFee, true)));

        Assert.Equal("2%V 1%A 1%C", (await world.WaitingAsync()).BankTransactions);
    }

    [Theory]
    [OnBothEngines]
    public async Task A_fitid_may_hold_percent_signs_and_any_letters(DatabaseEngine engine)
    {
        await using var world = await ReconcileWorld.CreateAsync(engine);
        await world.ReadAsync(async context =>
        {
            context.Add(new BankTransaction { AccountId = 1, StatementId = 1, FitId = "50%/é'\"<b>", DatePosted = new DateTime(2017, 7, 1, 0, 0, 0, DateTimeKind.Utc), Amount = 1m });
            return await context.SaveChangesAsync();
        });
        var body = new Dictionary<string, object> { ["reconciled"] = new Dictionary<string, string>(), ["ofxIgnored"] = new Dictionary<string, string> { ["1%50%/é'\"<b>"] = "odd" } };
        (await world.ReconcileAsync(JsonSerializer.Serialize(body))).Success();
    }

    [Theory]
    [OnBothEngines]
    public async Task Commands_are_saved_in_a_stated_order_and_what_they_name_waits_no_longer(DatabaseEngine engine)
    {
        await using var world = await ReconcileWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        Assert.Equal((3, 4), ((await book.Reconciling.ListTransactionsAsync()).Count, (await book.Reconciling.ListBankTransactionsAsync()).Count));
        var batch = new ReconciliationBatch
        {
            Transactions = [new(3, Note: "cash"), new(1, new(1, "A")), new(2)],
            Ignored = [new(new(2, "V"), "twice"), new(new(1, "C"), "not ours")],
        };
        Assert.Empty(await book.Reconciling.CheckAsync(batch));

        var ids = (await book.Reconciling.SaveAsync(batch)).ValueOrThrow();

        var rows = new List<ReconciliationDetails?>();
        foreach (var id in ids)
        {
            rows.Add(await book.Reconciling.FindAsync(id));
        }

        Assert.Equal([(1, "A", null), (2, null, null), (3, null, "cash"), (null, "C", "not ours"), (null, "V", "twice")], rows.Select(row => (row!.TransactionId, row.BankFitId, row.Note)));
        var left = await book.Reconciling.ListAsync();
        Assert.Equal((0, "1%B", 0), (left.Transactions.Count, Assert.Single(left.BankTransactions).Key.ToString(), left.Suggestions.Count));
        Assert.Equal(ids[0], (await book.Reconciling.UndoAsync(ids[0])).ValueOrThrow());
        Assert.Equal("A", Assert.Single((await book.Reconciling.ListAsync()).Suggestions).BankTransaction.FitId);
    }

    [Theory]
    [OnBothEngines]
    public async Task Everything_wrong_is_found_together_with_its_path_and_nothing_is_locked_or_stored_for_it(DatabaseEngine engine)
    {
        await using var world = await ReconcileWorld.CreateAsync(engine);
        (await world.SaveAsync(new ReconciliationBatch { Transactions = [new(1, new(1, "A"))] })).ValueOrThrow();
        var batch = new ReconciliationBatch
        {
            Transactions = [new(3, new(1, "B"), new string('n', 255)), new(1), new(99, new(1, "nope")), new(3, new(1, "\ud800"))],
            Ignored = [new(new(1, "A"), "x"), new(new(1, "B"), "\udc00"), new(new(9, "Z"), "x")],
        };
        Problem[] expected =
        [
            new("Transactions[3].TransactionId", ProblemCode.Repeated, "Transaction 3 is named twice"),
            new("Ignored[1].BankTransaction", ProblemCode.Repeated, "OFXTransaction (1, 'B') is named twice"),
            new("Transactions[3].BankTransaction", ProblemCode.BadFormat, "OFXTransaction (1, '\ud800') is not valid Unicode"),
            new("Transactions[0].Note", ProblemCode.TooLong, "the note of Transaction 3 cannot be longer than 254 characters"),
            new("Ignored[1].Note", ProblemCode.BadFormat, "the note of OFXTransaction (1, 'B') is not valid Unicode"),
            new("Transactions[1].TransactionId", ProblemCode.Reconciled, "Transaction 1 is already reconciled"),
            new("Transactions[3].BankTransaction", ProblemCode.NotFound, "Invalid OFXTransaction: (1, '\ud800')"),
            new("Transactions[2].TransactionId", ProblemCode.NotFound, "Invalid Transaction ID: 99"),
            new("Transactions[2].BankTransaction", ProblemCode.NotFound, "Invalid OFXTransaction: (1, 'nope')"),
            new("Ignored[2].BankTransaction", ProblemCode.NotFound, "Invalid OFXTransaction: (9, 'Z')"),
            new("Ignored[0].BankTransaction", ProblemCode.Reconciled, "OFXTransaction (1, 'A') is already reconciled"),
        ];

        // Another writer holds every row all the while.
        await using var writer = world.Database.CreateContext();
        await using var held = await writer.Database.BeginTransactionAsync();
        await writer.Transactions.ExecuteUpdateAsync(set => set.SetProperty(t => t.Notes, "held"));
        await writer.BankTransactions.ExecuteUpdateAsync(set => set.SetProperty(t => t.Notes, "held"));
        await using var book = world.OpenBook();

        var problems = Assert.IsType<Outcome<IReadOnlyList<int>>.Invalid>(await book.Reconciling.SaveAsync(batch)).Problems;
        Assert.Equal(expected, problems.Select(problem => problem with { Plain = null }));
        Assert.Equal(problems, await book.Reconciling.CheckAsync(batch));
        Assert.All(problems.Select(problem => problem.Plain).OfType<string>(), plain => Assert.DoesNotContain("OFXTransaction", plain, StringComparison.Ordinal));
        Assert.Equal(6, problems.Count(problem => problem.Plain is not null));
        HashSet<string> unknown = ["Transactions[3].BankTransaction", "Ignored[1].Note"];
        Assert.Equal(expected.Where(problem => !unknown.Contains(problem.Property!)), (await book.Reconciling.CheckAsync(batch, unknown)).Select(problem => problem with { Plain = null }));
        await held.RollbackAsync();
        Assert.Equal(1, await world.ReadAsync(context => context.Reconciliations.CountAsync()));
    }

    [Theory]
    [InlineData("""{"reconciled": {"1": "x", "3": "y", "3": [1, "B"]}, "ofxIgnored": {"1%B": "x", "1%nope": "x", "1%A": "x"}}""", "Transaction 3 is named twice; Transaction 1 is already reconciled; Invalid OFXTransaction: (1, 'nope'); OFXTransaction (1, 'B') is named twice; OFXTransaction (1, 'A') is already reconciled")]
    [InlineData("""{"reconciled": {"1": "LONG"}, "ofxIgnored": {"1%A": "LONG"}}""", "Transaction 1 is already reconciled; OFXTransaction (1, 'A') is already reconciled; the note of Transaction 1 cannot be longer than 254 characters; the note of OFXTransaction (1, 'A') cannot be longer than 254 characters")]
    public async Task The_reply_says_all_of_it_in_upstreams_order(string body, string conflicts)
    {
        await using var world = await ReconcileWorld.CreateAsync(DatabaseEngine.Sqlite);
        (await world.SaveAsync(new ReconciliationBatch { Transactions = [new(1, new(1, "A"))] })).ValueOrThrow();
        Assert.Equal(Refused + conflicts, (await world.ReconcileAsync(body.Replace("LONG", new string('n', 255), StringComparison.Ordinal))).Failure());
    }

    private static string Noted(string ofTransaction, string ofBankTransaction) => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["reconciled"] = new Dictionary<string, string> { ["1"] = ofTransaction },
        ["ofxIgnored"] = new Dictionary<string, string> { ["1%A"] = ofBankTransaction },
    });
}
