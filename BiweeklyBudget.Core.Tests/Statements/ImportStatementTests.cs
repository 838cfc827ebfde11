using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tests.Statements.Ofx;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Statements;

/// <summary>Importing files (spec/bank-data.md §2.2) and what <c>eng/testdata/fixtures/ofx/README.md</c> says of stored rows.</summary>
public sealed class ImportStatementTests
{
    [Theory]
    [OnBothEngines]
    public async Task Ids_that_differ_in_case_only_are_different_transactions_and_the_last_of_equal_ones_counts(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        Assert.Equal((3, 0), Counts(await world.ImportFixtureAsync("06_duplicate_fitids.ofx")));

        // On a database that ignores case, the second of two such ids has a tag.
        var rows = await world.TransactionsAsync();
        Assert.Equal(["-3 PARKING METER", "-10 COFFEE CART", "-21.5 HARDWARE STORE"], rows.OrderByDescending(t => t.Amount).Select(t => FormattableString.Invariant($"{t.Amount:0.##} {t.Name}")));
        Assert.Equal(engine == DatabaseEngine.Sqlite ? "dup-1" : StoredFitId.Tagged("dup-1"), rows.Single(t => t.Name == "PARKING METER").FitId);
        Assert.Equal("corrected version", rows.Single(t => t.FitId == "DUP-2").Memo);

        var again = (StatementUpload)BankWorld.Upload("", "again.ofx") with { Content = new MemoryStream(File.ReadAllBytes(TestData.Fixture("ofx/06_duplicate_fitids.ofx"))) };
        Assert.Equal((0, 3), Counts(await world.ImportAsync(again)));
        Assert.Equal((0, 1), Counts(await world.ImportAsync(BankWorld.Upload(OfxText.Checking(OfxText.Transaction("dup-1", "-3.50", "PARKING METER", date: "20170708")), "one.ofx"))));
        Assert.Equal(-3.5m, (await world.TransactionsAsync()).Single(t => t.Name == "PARKING METER").Amount);
        Assert.Equal(3, (await world.TransactionsAsync()).Count);
    }

    [Theory]
    [OnBothEngines]
    public async Task Overlong_texts_are_cut_with_a_warning_and_an_id_that_fits_exactly_is_kept(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        var result = Assert.IsType<Outcome<ImportedStatement>.Saved>(await world.ImportFixtureAsync("10_long_memo.ofx"));

        Assert.Equal(["The memo of transaction LONG-1 was cut to 255 characters.", "The name of transaction LONG-2 was cut to 255 characters."], result.Warnings);
        var rows = await world.TransactionsAsync();
        Assert.Equal([255, "short memo".Length, 0], rows.OrderByDescending(t => t.Amount).Select(t => t.Memo!.Length).Order().Reverse());
        Assert.Equal(new string('N', 255), rows.Single(t => t.FitId == "LONG-2").Name);
        Assert.Single(rows, t => t.FitId == new string('F', 255));
    }

    [Theory]
    [OnBothEngines]
    public async Task Of_several_accounts_in_a_file_the_one_of_earlier_statements_is_taken(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        var first = Assert.IsType<Outcome<ImportedStatement>.Saved>(await world.ImportFixtureAsync("11_multi_account.ofx"));
        Assert.Contains("Bank ending in 2444, CreditCard ending in 1111", Assert.Single(first.Warnings), StringComparison.Ordinal);

        await world.ImportAsync(BankWorld.Upload(OfxText.Checking("", "000111222444"), "savings.ofx", account: 2));
        var second = Assert.IsType<Outcome<ImportedStatement>.Saved>(await world.ImportFixtureAsync("11_multi_account.ofx", account: 2));

        Assert.Contains(second.Warnings, w => w.Contains("Bank ending in 2333, CreditCard ending in 1111", StringComparison.Ordinal));
        Assert.Equal(["1 MULTI-1", "2 MULTI-2"], (await world.TransactionsAsync()).Select(t => $"{t.AccountId} {t.FitId}"));
    }

    [Theory]
    [OnBothEngines]
    public async Task The_user_may_choose_the_statement_of_a_file(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        var content = await File.ReadAllBytesAsync(TestData.Fixture("ofx/11_multi_account.ofx"));
        await world.ImportedAsync(new StatementUpload { AccountId = 2, FileName = "card", Content = new MemoryStream(content), Statement = 2 });

        Assert.Equal("MULTI-3", (await world.TransactionsAsync()).Single().FitId);
        Assert.IsType<Outcome<ImportedStatement>.Invalid>(await world.ImportAsync(new StatementUpload { AccountId = 2, FileName = "none", Content = new MemoryStream(content), Statement = 3 }));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_statement_without_a_balance_is_stored_without_one(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        Assert.Equal((1, 0), Counts(await world.ImportFixtureAsync("13_no_ledger_balance.qfx")));

        Assert.Null((await world.ReadAsync(c => c.Statements.SingleAsync())).LedgerBalance);
        Assert.Equal(0, await world.ReadAsync(c => c.AccountBalances.CountAsync()));
    }

    [Theory]
    [OnBothEngines]
    public async Task An_investment_is_stored_with_the_value_of_its_positions(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        Assert.Equal((0, 0), Counts(await world.ImportFixtureAsync("04_investment_203_xml.ofx", account: 3)));

        var statement = await world.ReadAsync(c => c.Statements.SingleAsync());
        Assert.Equal(("Investment", 10999.50m, "brokerage.example.com", "USD"), (statement.Type, statement.LedgerBalance, statement.BrokerId, statement.Currency));
        Assert.Equal(10999.50m, (await world.ReadAsync(c => c.AccountBalances.SingleAsync())).Ledger);
    }

    [Theory]
    [InlineData("08a_truncated.ofx")]
    [InlineData("08b_not_ofx_html.ofx")]
    [InlineData("08c_bad_amount.ofx")]
    [InlineData("12a_statement_error_status.ofx")]
    [InlineData("12b_signon_failure.ofx")]
    public async Task A_refused_file_leaves_nothing(string name)
    {
        foreach (var engine in new[] { DatabaseEngine.Sqlite, DatabaseEngine.MySql })
        {
            await using var world = await BankWorld.CreateAsync(engine);
            Assert.Equal((nameof(StatementUpload.Content), ProblemCode.Unreadable), Only(await world.ImportFixtureAsync(name)));
            Assert.Equal(0, await world.ReadAsync(async c => await c.Statements.CountAsync() + await c.BankTransactions.CountAsync() + await c.AccountBalances.CountAsync()));
        }
    }

    [Theory]
    [InlineData("", ProblemCode.Missing)]
    [InlineData("../a.ofx", ProblemCode.BadFormat)]
    [InlineData("a\\b.ofx", ProblemCode.BadFormat)]
    [InlineData("a\nb.ofx", ProblemCode.BadFormat)]
    public async Task A_file_name_that_is_a_path_or_worse_is_refused(string name, ProblemCode code)
    {
        await using var world = await BankWorld.CreateAsync(DatabaseEngine.Sqlite);
        Assert.Equal((nameof(StatementUpload.FileName), code), Only(await world.ImportAsync(BankWorld.Upload(OfxText.Checking(""), name))));
    }

    [Theory]
    [OnBothEngines]
    public async Task Unknown_accounts_and_known_file_names_are_refused(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        var unknown = Assert.IsType<Outcome<ImportedStatement>.Invalid>(await world.ImportAsync(BankWorld.Upload(OfxText.Checking(""), account: 99)));
        Assert.Equal([new Problem(nameof(StatementUpload.AccountId), ProblemCode.NotFound, "no Account with ID 99")], unknown.Problems);
        var first = await world.ImportedAsync(BankWorld.Upload(OfxText.Checking("")));
        var again = Assert.IsType<Outcome<ImportedStatement>.Refused>(await world.ImportAsync(BankWorld.Upload(OfxText.Checking(OfxText.Transaction("A")))));
        Assert.Equal((ProblemCode.Taken, first.StatementId), (again.Reason.Code, again.Reason.RowId));
        Assert.StartsWith($"An OFX statement (id={first.StatementId}) with the same filename (a.ofx) has already been recorded for Account 1;", again.Reason.Message, StringComparison.Ordinal);
        Assert.Empty(await world.TransactionsAsync());
        await world.ImportedAsync(BankWorld.Upload(OfxText.Checking(""), account: 2));
    }

    [Theory]
    [OnBothEngines]
    public async Task An_update_keeps_what_the_user_wrote_and_an_old_check_number(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        await world.ImportedAsync(BankWorld.Upload(OfxText.Checking(OfxText.Transaction("A", memo: "m").Replace("<MEMO>", "<CHECKNUM>7<MEMO>", StringComparison.Ordinal))));
        await world.ReadAsync(c => c.BankTransactions.ExecuteUpdateAsync(set => set.SetProperty(t => t.Description, "mine").SetProperty(t => t.Notes, "note")));
        await world.ImportedAsync(BankWorld.Upload(OfxText.Checking(OfxText.Transaction("A", "-10", "LATE FEE")), "b.ofx"));
        var second = await world.ImportedAsync(BankWorld.Upload(OfxText.Checking(OfxText.Transaction("A", "-11", "LATE FEE")), "c.ofx"));

        Assert.Equal((0, 1), (second.Added, second.Updated));
        var row = Assert.Single(await world.TransactionsAsync());
        Assert.Equal(("mine", "note", "7", -11m, "LATE FEE", "", second.StatementId), (row.Description, row.Notes, row.CheckNumber, row.Amount, row.Name, row.Memo, row.StatementId));
        Assert.True(row.IsLateFee);
    }

    [Theory]
    [OnBothEngines]
    public async Task Sixteen_imports_of_one_file_at_once_end_with_one_statement(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        var text = OfxText.Checking(string.Concat(Enumerable.Range(0, 700).Select(i => OfxText.Transaction($"F{i}"))));
        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => world.ImportAsync(BankWorld.Upload(text)))));

        var imported = Assert.Single(results.OfType<Outcome<ImportedStatement>.Saved>()).Value;
        Assert.Equal(700, imported.Added);
        Assert.Equal(15, results.OfType<Outcome<ImportedStatement>.Refused>().Count(refused => refused.Reason.RowId == imported.StatementId));
        Assert.Equal((1, 1, 700), await world.ReadAsync(async c => (await c.Statements.CountAsync(), await c.AccountBalances.CountAsync(), await c.BankTransactions.CountAsync())));
    }

    [Theory]
    [OnBothEngines]
    public async Task Different_overlapping_files_at_once_add_each_transaction_once(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(file => Task.Run(() => world.ImportAsync(
            BankWorld.Upload(OfxText.Checking(string.Concat(Enumerable.Range(file * 10, 50).Select(i => OfxText.Transaction($"F{i}")))), $"{file}.ofx")))));

        Assert.Equal(16, results.OfType<Outcome<ImportedStatement>.Saved>().Count());
        Assert.Equal(200, results.Sum(result => result.ValueOrThrow().Added));
        Assert.Equal(200, (await world.TransactionsAsync()).Count);
    }

    [Theory]
    [OnBothEngines]
    public async Task Ten_thousand_transactions_take_few_statements_and_are_added_once(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        var text = OfxText.Checking(string.Concat(Enumerable.Range(0, 10_000).Select(i => OfxText.Transaction($"2017-{i:00000}", name: $"SHOP {i}"))));
        var counter = new StatementCounter();
        async Task<Outcome<ImportedStatement>> ImportAsync(string name)
        {
            await using var book = world.OpenBook(world.Database.CreateContext(counter.Attach));
            return await book.Statements.ImportAsync(BankWorld.Upload(text, name));
        }

        Assert.Equal((10_000, 0), Counts(await ImportAsync("1.ofx")));
        Assert.Equal((0, 10_000), Counts(await ImportAsync("2.ofx")));
        Assert.Equal(10_000, (await world.TransactionsAsync()).Count);

        // Twenty batches twice: to look rows up, to move them; SQLite adds rows one by one, in the same process.
        Assert.InRange(counter.Count, 1, engine == DatabaseEngine.MySql ? 400 : 10_100);
    }

    [Theory]
    [OnBothEngines]
    public async Task Everything_wrong_with_an_upload_is_found_together(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        var refused = Assert.IsType<Outcome<ImportedStatement>.Invalid>(await world.ImportAsync(BankWorld.Upload("no OFX", new string('n', 255), account: 99)));

        Assert.Equal(
            [(nameof(StatementUpload.FileName), ProblemCode.TooLong), (nameof(StatementUpload.Content), ProblemCode.Unreadable), (nameof(StatementUpload.AccountId), ProblemCode.NotFound)],
            refused.Problems.Select(problem => (problem.Property, problem.Code)));
    }

    private static (int Added, int Updated) Counts(Outcome<ImportedStatement> result)
    {
        var imported = result.ValueOrThrow();
        return (imported.Added, imported.Updated);
    }

    private static (string? Property, ProblemCode Code) Only(Outcome<ImportedStatement> result)
    {
        var problem = Assert.Single(Assert.IsType<Outcome<ImportedStatement>.Invalid>(result).Problems);
        return (problem.Property, problem.Code);
    }
}
