using System.Globalization;
using System.Text;
using System.Text.Json;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Statements.Ofx;
using BiweeklyBudget.Core.Tables;
using BiweeklyBudget.Core.Transactions;

namespace BiweeklyBudget.Benchmarks;

/// <summary>The cases, over a history of many years that ends on <see cref="Today"/>.</summary>
internal sealed class MeasuredCases(BudgetEngine engine, Twin twin, int transactions)
{
    /// <summary>The day that the engine's clock shows.</summary>
    public static readonly DateOnly Today = new(2017, 7, 28);

    /// <summary>The description of what is saved.</summary>
    public const string Saved = "measured";

    private const int Lines = 10_000;
    private const string Period =
        """
        SELECT t.id, t.date, t.description, t.budgeted_amount, t.account_id, a.name, t.scheduled_trans_id, t.planned_budget_id, r.id, t.sales_tax, t.notes, s.id, s.budget_id, s.amount
        FROM transactions t LEFT JOIN budget_transactions s ON s.trans_id = t.id LEFT JOIN accounts a ON a.id = t.account_id LEFT JOIN txn_reconciles r ON r.txn_id = t.id
        WHERE t.date >= @first AND t.date <= @last
        """;

    private const string Open =
        """
        SELECT t.account_id, SUM(s.amount) FROM transactions t JOIN budget_transactions s ON s.trans_id = t.id
        WHERE t.date >= '2017-01-01' AND t.date <= '2017-07-28' AND NOT EXISTS (SELECT 1 FROM txn_reconciles r WHERE r.txn_id = t.id) GROUP BY t.account_id
        """;

    private const string Row =
        """
        SELECT t.id, t.date, t.description, t.notes, t.sales_tax, t.budgeted_amount, t.planned_budget_id, t.scheduled_trans_id, t.transfer_id, t.account_id, a.name, r.id
        FROM transactions t LEFT JOIN accounts a ON a.id = t.account_id LEFT JOIN txn_reconciles r ON r.txn_id = t.id
        """;

    private readonly Random _random = new(1);
    private int _file;

    /// <summary>All of them.</summary>
    public IEnumerable<MeasuredCase> All() =>
    [
        new("one transaction", OneAsync, OneByHandAsync),
        new("period data", PeriodAsync, () => PeriodByHandAsync(-1, 4)),
        new("home data", HomeAsync, HomeByHandAsync),
        new("transactions, first page", () => ListAsync(0, ""), () => ListByHandAsync(0)),
        new("transactions, page 5,000", () => ListAsync(49_990, ""), () => ListByHandAsync(49_990)),
        new("transactions, search", () => ListAsync(0, "Grocery"), SearchByHandAsync),
        new("unreconciled rows", UnreconciledAsync, UnreconciledByHandAsync),
        new("balances chart", BalancesAsync, BalancesByHandAsync),
        new("spending by month", MonthsAsync, MonthsByHandAsync),
        new("save with two splits", SaveAsync, SaveByHandAsync),
        new("import of 10,000 lines", ImportAsync, ImportByHandAsync),
    ];

    private static DateOnly First(int periods) => new DateOnly(2017, 7, 21).AddDays(14 * periods);

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<T> InBookAsync<T>(Func<BudgetBook, Task<T>> work)
    {
        await using var book = engine.OpenBook();
        return await work(book);
    }

    private async Task<T> ByHandAsync<T>(Func<System.Data.Common.DbConnection, Task<T>> work)
    {
        await using var connection = await twin.OpenAsync();
        return await work(connection);
    }

    private Task<decimal> OneAsync() => InBookAsync(async book => (await book.Transactions.FindAsync(_random.Next(1, transactions)))!.Splits.Count > 0 ? 1m : 0m);

    private Task<decimal> OneByHandAsync() => ByHandAsync(async connection =>
    {
        var id = _random.Next(1, transactions);
        await Twin.ReadAsync(connection, Row + " WHERE t.id = @id", ("@id", id));
        var splits = await Twin.ReadAsync(connection, "SELECT s.id, s.amount, b.id, b.name, b.is_income FROM budget_transactions s JOIN budgets b ON b.id = s.budget_id WHERE s.trans_id = @id", ("@id", id));
        return splits.Count > 0 ? 1m : 0m;
    });

    private Task<decimal> PeriodAsync() => InBookAsync(async book =>
    {
        var periods = await book.PayPeriods.ForecastAsync(book.Calendar.From(book.Calendar.Plus(book.Calendar.Containing(Today), -1), 5));
        await book.Budgets.ListActiveStandingAsync();
        return (decimal)periods.Sum(period => period.Entries.Count(entry => entry.Kind == Core.PayPeriods.PeriodEntryKind.Transaction));
    });

    private Task<decimal> PeriodByHandAsync(int before, int after) => ByHandAsync(connection => PeriodByHandAsync(connection, before, after));

    private async Task<decimal> PeriodByHandAsync(System.Data.Common.DbConnection connection, int before, int after)
    {
        var rows = await Twin.ReadAsync(connection, Period, ("@first", Day(First(before))), ("@last", Day(First(after).AddDays(-1))));
        await Twin.ReadAsync(connection, "SELECT s.id, s.account_id, s.amount, s.annual_day, s.annual_month, s.budget_id, s.date, s.day_of_month, s.day_of_week, s.description, s.notes, s.num_per_period, s.sales_tax, a.name FROM scheduled_transactions s LEFT JOIN accounts a ON a.id = s.account_id WHERE s.is_active");
        await Twin.ReadAsync(connection, "SELECT id, name, is_periodic, is_active, is_income, starting_balance, current_balance FROM budgets");
        await Twin.ReadAsync(connection, "SELECT b.id, b.name, b.current_balance, i.unit_cost, SUM(i.quantity) FROM budgets b LEFT JOIN projects p ON p.standing_budget_id = b.id AND p.is_active LEFT JOIN bom_items i ON i.project_id = p.id AND i.is_active WHERE NOT b.is_periodic AND b.is_active GROUP BY b.id, b.name, b.current_balance, i.unit_cost");
        return rows.Select(row => row[0]).Distinct().Count();
    }

    private Task<decimal> HomeAsync() => InBookAsync(async book =>
    {
        await book.PayPeriods.ForecastAsync(9);
        await book.Budgets.ListActiveStandingAsync();
        await book.Notifications.ListAsync();
        return (await book.Accounts.ListActiveAsync()).Sum(account => account.Unreconciled);
    });

    private Task<decimal> HomeByHandAsync() => ByHandAsync(async connection =>
    {
        await PeriodByHandAsync(connection, 0, 9);
        await Twin.ReadAsync(connection, "SELECT a.id, a.name, a.acct_type, a.credit_limit, (SELECT ledger FROM account_balances b WHERE b.account_id = a.id ORDER BY overall_date DESC, id DESC LIMIT 1), (SELECT as_of FROM ofx_statements o WHERE o.account_id = a.id ORDER BY as_of DESC LIMIT 1) FROM accounts a");
        await Twin.ReadAsync(connection, "SELECT o.account_id, COUNT(*) FROM ofx_trans o WHERE o.date_posted >= '2017-01-01' AND NOT EXISTS (SELECT 1 FROM txn_reconciles r WHERE r.ofx_account_id = o.account_id AND r.ofx_fitid = o.fitid) GROUP BY o.account_id");
        return (await Twin.ReadAsync(connection, Open)).Sum(row => twin.Money(row[1]));
    });

    private Task<decimal> ListAsync(int skip, string search) => InBookAsync(async book =>
        (await book.Transactions.ListAsync(new TableQuery { Order = [new SortedColumn("date", true), new SortedColumn("amount", false)], Skip = skip, Take = 10, Search = search })).Rows.Sum(row => (decimal)row.Id));

    private Task<decimal> ListByHandAsync(int skip) => ByHandAsync(async connection =>
    {
        await Twin.AskAsync(connection, "SELECT COUNT(*) FROM transactions");
        return await PageByHandAsync(connection, skip, "t.date IS NOT NULL");
    });

    private Task<decimal> SearchByHandAsync() => ByHandAsync(async connection =>
    {
        const string Found = "t.description LIKE '%Grocery%'";
        await Twin.AskAsync(connection, "SELECT COUNT(*) FROM transactions");
        await Twin.AskAsync(connection, "SELECT COUNT(*) FROM transactions t WHERE " + Found);
        return await PageByHandAsync(connection, 0, Found);
    });

    // The days first that the page lies in: by date and amount, all transactions would have to be added up.
    private static async Task<decimal> PageByHandAsync(System.Data.Common.DbConnection connection, int skip, string where)
    {
        var days = await Twin.ReadAsync(connection, $"SELECT t.date FROM transactions t WHERE {where} ORDER BY t.date DESC LIMIT 10 OFFSET {Text(skip)}");
        var (latest, earliest) = (days[0][0], days[^1][0]);
        var before = skip == 0 ? 0 : Convert.ToInt32(await Twin.AskAsync(connection, $"SELECT COUNT(*) FROM transactions t WHERE {where} AND t.date > @latest", ("@latest", latest)), CultureInfo.InvariantCulture);
        var rows = await Twin.ReadAsync(
            connection,
            $"{Row} WHERE {where} AND t.date >= @earliest AND t.date <= @latest ORDER BY t.date DESC, (SELECT SUM(s.amount) FROM budget_transactions s WHERE s.trans_id = t.id), t.id LIMIT 10 OFFSET {Text(skip - before)}",
            ("@earliest", earliest),
            ("@latest", latest));
        var list = string.Join(',', rows.Select(row => Text(row[0])));
        await Twin.ReadAsync(connection, $"SELECT s.trans_id, s.amount, b.id, b.name FROM budget_transactions s JOIN budgets b ON b.id = s.budget_id WHERE s.trans_id IN ({list})");
        return rows.Sum(row => Convert.ToDecimal(row[0], CultureInfo.InvariantCulture));
    }

    private Task<decimal> UnreconciledAsync() => InBookAsync(async book => (await book.Reconciling.ListTransactionsAsync()).Sum(row => row.Amount));

    private Task<decimal> UnreconciledByHandAsync() => ByHandAsync(async connection =>
    {
        var rows = await Twin.ReadAsync(connection, Row + " WHERE t.date >= '2017-01-01' AND r.id IS NULL AND a.reconcile_trans ORDER BY t.date, t.id");
        var list = string.Join(',', rows.Select(row => Convert.ToString(row[0], CultureInfo.InvariantCulture)));
        return (await Twin.ReadAsync(connection, $"SELECT s.amount, s.trans_id, b.id, b.name FROM budget_transactions s JOIN budgets b ON b.id = s.budget_id WHERE s.trans_id IN ({list})")).Sum(row => twin.Money(row[0]));
    });

    private Task<decimal> BalancesAsync() => InBookAsync(async book => (decimal)(await book.Accounts.BalanceHistoryAsync()).Days.Count);

    private Task<decimal> BalancesByHandAsync() => ByHandAsync(async connection =>
        (decimal)(await Twin.ReadAsync(connection, "SELECT id, account_id, overall_date, ledger FROM account_balances WHERE overall_date IS NOT NULL")).Select(row => Convert.ToDateTime(row[2], CultureInfo.InvariantCulture).Date).Distinct().Count());

    private Task<decimal> MonthsAsync() => InBookAsync(async book => (await book.Budgets.SpendingByMonthAsync()).Spans.Sum(span => span.Amounts.Values.Sum()));

    private Task<decimal> MonthsByHandAsync() => ByHandAsync(async connection =>
    {
        var month = twin.IsSqlite ? "substr(t.date, 1, 7)" : "EXTRACT(YEAR_MONTH FROM t.date)";
        return (await Twin.ReadAsync(connection, $"SELECT {month}, s.budget_id, SUM(s.amount) FROM transactions t JOIN budget_transactions s ON s.trans_id = t.id JOIN budgets b ON b.id = s.budget_id WHERE t.date <= '2017-07-28' AND NOT b.is_income AND NOT b.omit_from_graphs AND (b.is_active OR EXISTS (SELECT 1 FROM budget_transactions o JOIN budgets u ON u.id = o.budget_id WHERE o.trans_id = t.id AND u.is_active)) GROUP BY {month}, s.budget_id")).Sum(row => twin.Money(row[2]));
    });

    private Task<decimal> SaveAsync() => InBookAsync(async book => await book.Transactions.SaveAsync(new TransactionChange
    {
        Date = Today.AddDays(400),
        Amount = 50m,
        Description = Saved,
        AccountId = 1,
        Splits = [new Split(30, 30m), new Split(31, 20m)],
    }) is Outcome<int>.Saved ? 1m : 0m);

    // What it leaves in the database is the same, the record of the change included.
    private Task<decimal> SaveByHandAsync() => ByHandAsync(async connection =>
    {
        var day = Day(Today.AddDays(400));
        await Twin.ExecuteAsync(connection, twin.IsSqlite ? "BEGIN IMMEDIATE" : "SET TRANSACTION ISOLATION LEVEL READ COMMITTED; START TRANSACTION");
        var budgets = await Twin.ReadAsync(connection, "SELECT id, name, is_active, is_periodic, current_balance, description, starting_balance, is_income, omit_from_graphs FROM budgets WHERE id IN (30, 31) ORDER BY id" + (twin.IsSqlite ? "" : " FOR UPDATE"));
        await Twin.AskAsync(connection, "SELECT 1 FROM accounts WHERE id = 1");
        var id = Convert.ToInt32(await Twin.AskAsync(connection, "INSERT INTO transactions (date, description, account_id, sales_tax, notes) VALUES (@date, 'measured', 1, 0, ''); SELECT " + LastId, ("@date", day)), CultureInfo.InvariantCulture);
        var split = Convert.ToInt32(await Twin.AskAsync(connection, "INSERT INTO budget_transactions (amount, budget_id, trans_id) VALUES (@a, 30, @id), (@b, 31, @id); SELECT " + LastId, ("@a", twin.Stored(30m)), ("@b", twin.Stored(20m)), ("@id", id)), CultureInfo.InvariantCulture) - (twin.IsSqlite ? 1 : 0);
        await Twin.ExecuteAsync(connection, "UPDATE budgets SET current_balance = current_balance - @a WHERE id = 30; UPDATE budgets SET current_balance = current_balance - @b WHERE id = 31", ("@a", twin.Stored(30m)), ("@b", twin.Stored(20m)));
        await RecordByHandAsync(
            connection,
            "SaveTransaction",
            [
                ("transactions", Text(id), null, JsonSerializer.Serialize(new { id, date = day, description = "measured", account_id = 1, sales_tax = "0", notes = "" })),
                ("budget_transactions", $"{Text(id)}\n{Text(split)}", null, JsonSerializer.Serialize(new { id = split, trans_id = id, budget_id = 30, amount = "30" })),
                ("budget_transactions", $"{Text(id)}\n{Text(split + 1)}", null, JsonSerializer.Serialize(new { id = split + 1, trans_id = id, budget_id = 31, amount = "20" })),
                .. budgets.Zip([30m, 20m], (budget, amount) => ("budgets", Text(budget[0]), (string?)Budget(budget, 0m), Budget(budget, amount))),
            ]);
        await Twin.ExecuteAsync(connection, "COMMIT");
        return 1m;

        string Budget(object[] row, decimal amount) => JsonSerializer.Serialize(new { id = row[0], name = row[1], is_active = row[2], is_periodic = row[3], current_balance = Text(twin.Money(row[4]) - amount), description = row[5] as string, starting_balance = Text(twin.Money(row[6])), is_income = row[7], omit_from_graphs = row[8] });
    });

    private async Task RecordByHandAsync(System.Data.Common.DbConnection connection, string operation, IReadOnlyList<(string Table, string Key, string? Before, string After)> rows)
    {
        await Twin.ExecuteAsync(connection, "INSERT INTO bb_changes (at, operation) VALUES ('2017-07-28 06:00:00', @operation)", ("@operation", operation));
        var change = await Twin.AskAsync(connection, "SELECT " + LastId);
        var quote = twin.IsSqlite ? '"' : '`';
        await twin.InsertAsync(
            connection,
            $"INSERT INTO bb_changed_rows (change_id, number, table_name, row_key, {quote}before{quote}, {quote}after{quote}) VALUES ",
            6,
            rows.Select((row, number) => new object?[] { change, number, row.Table, row.Key, row.Before, row.After }));
    }

    private Task<decimal> ImportAsync() => InBookAsync(async book =>
    {
        var file = ++_file;
        using var content = FileOf(file);
        return await book.Statements.ImportAsync(new StatementUpload { AccountId = 1, FileName = $"measured-{Text(file)}.ofx", Content = content }) is Outcome<ImportedStatement>.Saved saved ? (decimal)saved.Value.Added : 0m;
    });

    // By the same reader of files, which has a benchmark of its own. What it leaves in the database is the same but for the means to undo the import.
    private Task<decimal> ImportByHandAsync() => ByHandAsync(async connection =>
    {
        var file = ++_file;
        using var content = FileOf(file);
        var lines = OfxFile.Read(content).Statements[0].Transactions;
        await Twin.ExecuteAsync(connection, twin.IsSqlite ? "BEGIN IMMEDIATE" : "SET TRANSACTION ISOLATION LEVEL READ COMMITTED; START TRANSACTION");
        await Twin.ReadAsync(connection, "SELECT * FROM accounts WHERE id = 1" + (twin.IsSqlite ? "" : " FOR UPDATE"));
        var name = $"by-hand-{Text(file)}.ofx";
        await Twin.AskAsync(connection, "SELECT id FROM ofx_statements WHERE account_id = 1 AND filename = @file", ("@file", name));
        var statement = Convert.ToInt32(await Twin.AskAsync(connection, "INSERT INTO ofx_statements (account_id, filename, as_of) VALUES (1, @file, '2017-07-28'); SELECT " + LastId, ("@file", name)), CultureInfo.InvariantCulture);
        var added = 0;
        var rows = new List<(string, string, string?, string)>(lines.Count);
        foreach (var chunk in lines.Chunk(500))
        {
            added += await InsertByHandAsync(connection, statement, chunk);
            rows.AddRange(chunk.Select(line => (
                "ofx_trans",
                $"1\n{line.FitId}",
                (string?)null,
                JsonSerializer.Serialize(new { account_id = 1, statement_id = statement, fitid = line.FitId, trans_type = line.Type, date_posted = line.DatePosted, amount = Text(line.Amount), name = line.Name, memo = line.Memo, is_payment = false, is_late_fee = false, is_interest_charge = false, is_other_fee = false, is_interest_payment = false }))));
        }

        await RecordByHandAsync(connection, "ImportStatement", rows);
        await Twin.ExecuteAsync(connection, "COMMIT");
        return (decimal)added;
    });

    private async Task<int> InsertByHandAsync(System.Data.Common.DbConnection connection, int statement, OfxTransaction[] lines)
    {
        var keys = lines.Select((line, i) => ($"@f{Text(i)}", (object?)line.FitId)).ToArray();
        var stored = await Twin.ReadAsync(connection, $"SELECT * FROM ofx_trans WHERE account_id = 1 AND fitid IN ({string.Join(", ", keys.Select(key => key.Item1))})", keys);
        return stored.Count > 0
            ? throw new InvalidOperationException("Each import brings rows of its own.")
            : await twin.InsertAsync(
                connection,
                "INSERT INTO ofx_trans (account_id, statement_id, fitid, trans_type, date_posted, amount, name, memo, is_payment, is_late_fee, is_interest_charge, is_other_fee, is_interest_payment) VALUES ",
                13,
                lines.Select(line => new object?[] { 1, statement, line.FitId, line.Type, line.DatePosted.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), twin.Stored(line.Amount), line.Name, line.Memo, 0, 0, 0, 0, 0 }));
    }

    // A year of its own, as each download has days of its own: what is stored of the same days is compared with what comes.
    private static MemoryStream FileOf(int file)
    {
        var text = new StringBuilder("OFXHEADER:100\nENCODING:UTF-8\n\n<OFX><SONRS><DTSERVER>20170728053000</SONRS><STMTRS><CURDEF>USD<BANKACCTFROM><ACCTID>1111</BANKACCTFROM><BANKTRANLIST>\n");
        for (var i = 0; i < Lines; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>{2017 + file}{1 + (i % 7):00}{1 + (i % 28):00}120000<TRNAMT>-{i % 900}.25<FITID>O{file}-{i:000000}<NAME>SHOP {i}<MEMO>CARD 4711 AMSTERDAM</STMTTRN>\n");
        }

        text.Append("</BANKTRANLIST><LEDGERBAL><BALAMT>1<DTASOF>20170728</LEDGERBAL></STMTRS></OFX>\n");
        return new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private string LastId => twin.IsSqlite ? "last_insert_rowid()" : "LAST_INSERT_ID()";

    private static string Text(object number) => Convert.ToString(number, CultureInfo.InvariantCulture)!;
}
