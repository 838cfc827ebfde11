using BiweeklyBudget.Core.Audit;
using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Changes;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Backup;
using BiweeklyBudget.Core.Users;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Audit;

/// <summary>The audit log on both engines: what is in it, and that nobody takes anything out of it or puts anything in unseen.</summary>
public sealed class AuditTests
{
    [Theory]
    [OnBothEngines]
    public async Task Who_signs_in_and_may_is_written_down_with_the_act(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        await using var book = EngineOf(database).OpenBook("Ann");
        book.Place = "192.0.2.7";
        var bob = (await book.Users.AddAsync("Bob", UserRole.Member, passwordHash: null)).ValueOrThrow();
        var code = await book.Users.IssueCodeAsync(bob.Id);
        book.Who = null;
        Assert.Null(await book.Users.UseCodeAsync("a wrong one", "hash"));
        Assert.NotNull(await book.Users.UseCodeAsync(code!, "hash"));
        var session = (await book.Sessions.FindAsync(await book.Sessions.OpenAsync(bob.Id, "Browser/1.0")))!;
        book.Who = "Bob";
        Assert.True((await book.Tokens.AddAsync(bob.Id, "nightly", TokenScopes.Read, days: 30)).IsSaved);
        var token = Assert.Single(await book.Tokens.ListAsync(bob.Id));
        Assert.True(await book.Tokens.RevokeAsync(bob.Id, token.Id));
        Assert.False(await book.Tokens.RevokeAsync(bob.Id, token.Id));
        var codes = await book.SecondFactors.SetAsync(bob.Id, "sealed", step: 1);
        Assert.True(await book.SecondFactors.UseRecoveryCodeAsync(bob.Id, codes[0]));
        Assert.False(await book.SecondFactors.UseRecoveryCodeAsync(bob.Id, codes[0]));
        await book.SecondFactors.RemoveAsync(bob.Id);
        await book.Users.SetPasswordAsync(bob.Id, "hash", secondFactor: null, session.Id);
        Assert.True(await book.Sessions.EndAsync(bob.Id, session.Id));
        Assert.False(await book.Sessions.EndAsync(bob.Id, session.Id));
        book.Who = "Ann";
        await book.Users.SetDisabledAsync(bob.Id, isDisabled: true);
        await book.Users.SetDisabledAsync(bob.Id, isDisabled: false);

        var entries = await EntriesAsync(book);
        Assert.Equal(
            [
                (AuditKind.UserAdded, "Ann", "Bob"), (AuditKind.UserReset, "Ann", "Bob"), (AuditKind.PasswordSet, "Bob", "Bob"), (AuditKind.SignIn, "Bob", "Bob"), (AuditKind.TokenMade, "Bob", "nightly"),
                (AuditKind.TokenRevoked, "Bob", "nightly"), (AuditKind.SecondFactorSet, "Bob", "Bob"), (AuditKind.RecoveryCodeUsed, "Bob", "Bob"), (AuditKind.SecondFactorRemoved, "Bob", "Bob"),
                (AuditKind.PasswordSet, "Bob", "Bob"), (AuditKind.SignOut, "Bob", "Bob"), (AuditKind.UserDisabled, "Ann", "Bob"), (AuditKind.UserEnabled, "Ann", "Bob"),
            ],
            entries.Select(entry => (entry.Kind, entry.Who, entry.Subject)));
        Assert.All(entries, entry => Assert.Equal(("192.0.2.7", new DateTime(2017, 7, 28, 6, 24, 44, DateTimeKind.Utc)), (entry.Place, entry.At)));
        Assert.Equal(Enumerable.Range(1, entries.Count), entries.Select(entry => (int)entry.Id));
        Assert.Equal("Browser/1.0", entries.Single(entry => entry.Kind == AuditKind.SignIn).Details);
        AssertWhole(await book.Audit.VerifyAsync(), entries.Count, changes: 0);
    }

    [Theory]
    [OnBothEngines]
    public async Task Changes_are_in_the_log_where_it_is_said_from_where_they_come(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        var budget = EngineOf(database);
        await using (var unsaid = budget.OpenBook("Ann"))
        {
            await AddBudgetAsync(unsaid, "Food");
            Assert.Empty(await EntriesAsync(unsaid));
        }

        await using var book = budget.OpenBook("Ann");
        book.Place = "192.0.2.7";
        var id = await AddBudgetAsync(book, "Holiday");
        var change = book.LastChangeId!.Value;
        Assert.True((await book.Settings.SaveFirstPaydayAsync(new DateOnly(2017, 7, 28))).IsSaved);
        (await book.Changes.UndoAsync(change)).ValueOrThrow();
        await using var later = budget.OpenBook("Ann");
        await AddBudgetAsync(later, "Fuel");

        var entries = await EntriesAsync(book);
        Assert.Equal([(AuditKind.Change, "SaveBudget"), (AuditKind.Settings, "SaveFirstPayday"), (AuditKind.Change, "UndoChange")], entries.Select(entry => (entry.Kind, entry.Subject)));
        Assert.Equal([change, change + 1, change + 2], entries.Select(entry => entry.ChangeId));
        AssertWhole(await book.Audit.VerifyAsync(), entries: 3, changes: 3);
        Assert.Equal([1L, 3], (await book.Audit.ListAsync(new AuditFilter { Record = RecordKey.Of(RecordKind.Budget, id) })).Rows.Select(entry => entry.Id).Order());
        Assert.Equal([2L], (await book.Audit.ListAsync(new AuditFilter { Kind = AuditKind.Settings, From = later.Now.UtcDateTime, To = later.Now.UtcDateTime.AddSeconds(1) })).Rows.Select(entry => entry.Id));
        Assert.Equal([1L, 2, 3], (await book.Audit.ListAsync(new AuditFilter { Who = "Ann" })).Rows.Select(entry => entry.Id).Order());
        Assert.Empty((await book.Audit.ListAsync(new AuditFilter { Who = "Bob" })).Rows);
        Assert.Empty((await book.Audit.ListAsync(new AuditFilter { To = later.Now.UtcDateTime })).Rows);
    }

    [Theory]
    [OnBothEngines]
    public async Task A_change_costs_two_statements_more_and_none_where_it_is_not_said(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        var counter = new StatementCounter();
        async Task<int> CountAsync(string name, string? place) => await counter.CountAsync(async () =>
        {
            await using var book = Forms.FormOperations.Book(database.CreateContext(counter.Attach));
            book.Place = place;
            await AddBudgetAsync(book, name);
        });

        await CountAsync("first", "192.0.2.7");
        var without = await CountAsync("one", place: null);
        Assert.DoesNotContain(counter.Statements, statement => statement.Contains("bb_audit", StringComparison.Ordinal));
        Assert.Equal(without + 2, await CountAsync("two", "192.0.2.7"));
    }

    [Theory]
    [OnBothEngines]
    public async Task What_is_not_saved_is_not_in_the_log(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        await using var book = EngineOf(database).OpenBook("Ann");
        book.Place = "192.0.2.7";
        await AddBudgetAsync(book, "Food");

        Assert.False((await book.Budgets.SaveAsync(new() { Name = "food", Kind = BudgetKind.Standing, CurrentBalance = 0m })).IsSaved);
        Assert.False((await book.Users.AddAsync("", UserRole.Owner, "hash")).IsSaved);

        Assert.Single(await EntriesAsync(book));
    }

    [Theory]
    [OnBothEngines]
    public async Task Whatever_is_done_to_the_log_past_the_program_shows(DatabaseEngine engine)
    {
        (string Sql, string Problem)[] attacks =
        [
            ("UPDATE bb_audit SET who = 'Eve' WHERE id = 3", "Entry 3 is not as it was written"),
            ("UPDATE bb_audit SET at = '2017-07-28 06:24:45' WHERE id = 3", "Entry 3 is not as it was written"),
            ("UPDATE bb_audit SET details = 'x' WHERE id = 6", "Entry 6 is not as it was written"),
            ("UPDATE bb_audit SET hash = (SELECT hash FROM (SELECT hash FROM bb_audit WHERE id = 2) AS other) WHERE id = 3", "Entry 3 is not as it was written"),
            ("DELETE FROM bb_audit WHERE id = 3", "Entry 3 is missing"),
            ("DELETE FROM bb_audit WHERE id = 1", "Entry 1 is missing"),
            ("DELETE FROM bb_audit WHERE id = 6", "The newest entries are missing: there were 6, and there are 5"),
            ("DELETE FROM bb_audit", "The newest entries are missing: there were 6, and there are 0"),
            ("UPDATE bb_audit SET id = 99 WHERE id = 2; UPDATE bb_audit SET id = 2 WHERE id = 3; UPDATE bb_audit SET id = 3 WHERE id = 99", "Entry 2 is not as it was written"),
            ("DELETE FROM bb_audit WHERE id = 2; UPDATE bb_audit SET id = 2 WHERE id = 3; UPDATE bb_audit SET id = 3 WHERE id = 4; UPDATE bb_audit SET id = 4 WHERE id = 5; UPDATE bb_audit SET id = 5 WHERE id = 6; UPDATE bb_audit_head SET entries = 5", "Entry 2 is not as it was written"),
            ("INSERT INTO bb_audit (id, at, kind, hash) SELECT 7, at, kind, hash FROM bb_audit WHERE id = 6", "Entry 7 is not as it was written"),
            ("UPDATE bb_audit_head SET hash = 'x'", "The newest entry is not the one that was written last"),
            ("DELETE FROM bb_audit_head", "The end of the log is not noted any more"),
            ("UPDATE bb_changes SET who = 'Eve' WHERE id = 2", "Change 2 of entry 2 is not as it was recorded"),
            ("DELETE FROM bb_changed_rows WHERE change_id = 2", "Change 2 of entry 2 is not as it was recorded"),
            ("DELETE FROM bb_changed_rows WHERE change_id = 2; DELETE FROM bb_changes WHERE id = 2", "Change 2 of entry 2 is missing in the history"),
        ];
        foreach (var (sql, problem) in attacks)
        {
            await using var database = await TestDatabase.CreatedAsync(engine);
            var budget = EngineOf(database);
            await WriteSixAsync(budget);
            await ExecuteAsync(database, sql);

            await using var book = budget.OpenBook();
            var check = await book.Audit.VerifyAsync();
            Assert.False(check.IsWhole, sql);
            Assert.StartsWith(problem, check.Problem, StringComparison.Ordinal);
        }
    }

    [Theory]
    [OnBothEngines]
    public async Task Who_writes_the_whole_log_anew_is_found_out_by_a_mark_that_was_kept(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        var budget = EngineOf(database);
        await WriteSixAsync(budget);
        string mark;
        await using (var book = budget.OpenBook())
        {
            mark = (await book.Audit.VerifyAsync()).Mark;
            Assert.StartsWith("6:", mark, StringComparison.Ordinal);
            Assert.True((await book.Audit.VerifyAsync(mark)).IsWhole);
            await Assert.ThrowsAsync<ArgumentException>(() => book.Audit.VerifyAsync("nothing"));
        }

        // Somebody who can write to the tables, and knows how: the log is whole by itself.
        await ExecuteAsync(database, "DELETE FROM bb_audit; DELETE FROM bb_audit_head");
        await using var after = budget.OpenBook();
        Assert.True((await after.Audit.VerifyAsync()).IsWhole);
        Assert.Equal("Entry 6, which was noted, is missing.", (await after.Audit.VerifyAsync(mark)).Problem);

        await WriteSixAsync(budget, "Eve");
        await using var forged = budget.OpenBook();
        Assert.True((await forged.Audit.VerifyAsync()).IsWhole);
        Assert.Equal("Entry 6 is not the one that was noted: the log up to there was written anew.", (await forged.Audit.VerifyAsync(mark)).Problem);
    }

    [Theory]
    [OnBothEngines]
    public async Task Whoever_writes_at_once_writes_one_chain(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        BudgetEngine[] hosts = [EngineOf(database), EngineOf(database)];

        // Also the very first entry is written by all at once.
        await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Task.Run(async () =>
        {
            await using var book = hosts[i % 2].OpenBook("Ann");
            book.Place = "192.0.2.7";
            if (i % 3 == 0)
            {
                Assert.True((await book.Users.AddAsync($"user {i}", UserRole.Member, passwordHash: null)).IsSaved);
            }
            else
            {
                await AddBudgetAsync(book, $"budget {i}");
            }
        })));

        await using var after = hosts[0].OpenBook();
        AssertWhole(await after.Audit.VerifyAsync(), entries: 24, changes: 16);
    }

    [Theory]
    [OnBothEngines]
    public async Task A_restore_leaves_the_log_and_is_in_it(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        var budget = EngineOf(database);
        var folder = Directory.CreateTempSubdirectory("bbaudit-");
        try
        {
            await using (var book = budget.OpenBook("Ann"))
            {
                book.Place = "192.0.2.7";
                await AddBudgetAsync(book, "Food");
                await budget.BackUpAsync(Path.Combine(folder.FullName, "a.bbbackup"));
                await AddBudgetAsync(book, "Fuel");
            }

            await budget.RestoreAsync(Path.Combine(folder.FullName, "a.bbbackup"), new RestoreOptions { Replace = true, Who = "Ann", Place = "192.0.2.7" });
            await using var after = budget.OpenBook("Ann");
            after.Place = "192.0.2.7";
            await AddBudgetAsync(after, "Repairs");

            var entries = await EntriesAsync(after);
            Assert.Equal([AuditKind.Change, AuditKind.Change, AuditKind.Restore, AuditKind.Restore, AuditKind.Change], entries.Select(entry => entry.Kind));
            Assert.Equal(("Ann", "192.0.2.7", "a.bbbackup", "begun"), (entries[2].Who, entries[2].Place, entries[2].Subject, entries[2].Details));
            Assert.StartsWith("done: ", entries[3].Details, StringComparison.Ordinal);
            Assert.Equal([null, null, null, null, after.LastChangeId], entries.Select(entry => entry.ChangeId));
            AssertWhole(await after.Audit.VerifyAsync(), entries: 5, changes: 1);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [OnBothEngines]
    public async Task Texts_of_all_kinds_are_read_back_as_they_were_hashed(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        await using var book = EngineOf(database).OpenBook("Änne 🙂 ");
        book.Place = string.Concat(Enumerable.Repeat("🙂", 150));
        foreach (var text in new[] { "", " ", "a\0b\nc", "\ud800half", new string('ä', 2000), "'; DROP TABLE bb_audit; --", "e\u0301 é ＝ \u200b", "trailing  " })
        {
            await book.Audit.AddAsync(AuditKind.Export, text, text);
        }

        AssertWhole(await book.Audit.VerifyAsync(), entries: 8, changes: 0);
        var entries = await EntriesAsync(book);
        Assert.All(entries, entry => Assert.Equal(100, entry.Place!.EnumerateRunes().Count()));
        Assert.Equal("a b c", entries[2].Subject);
    }

    private static async Task WriteSixAsync(BudgetEngine budget, string who = "Ann")
    {
        await using var book = budget.OpenBook(who);
        book.Place = "192.0.2.7";
        for (var i = 0; i < 3; i++)
        {
            await AddBudgetAsync(book, $"{who} {i}");
        }

        for (var i = 0; i < 3; i++)
        {
            await book.Audit.AddAsync(AuditKind.Export, $"{i}.csv");
        }
    }

    private static async Task<int> AddBudgetAsync(BudgetBook book, string name) => (await book.Budgets.SaveAsync(new() { Name = name, Kind = BudgetKind.Standing, CurrentBalance = 0m })).ValueOrThrow();

    private static async Task<IReadOnlyList<AuditEntry>> EntriesAsync(BudgetBook book) => [.. (await book.Audit.ListAsync(take: 1000)).Rows.OrderBy(entry => entry.Id)];

    private static void AssertWhole(AuditCheck check, long entries, long changes) => Assert.Equal((null, entries, changes), (check.Problem, check.Entries, check.Changes));

    private static async Task ExecuteAsync(TestDatabase database, string sql)
    {
        await using var context = database.CreateContext();
        if (database.Engine == DatabaseEngine.Sqlite)
        {
            await context.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF");
        }

        foreach (var statement in sql.Split("; "))
        {
            await context.Database.ExecuteSqlRawAsync(statement);
        }
    }

    private static BudgetEngine EngineOf(TestDatabase database) => BudgetEngine.Create(SettingsOf(database));

    private static BudgetSettings SettingsOf(TestDatabase database) =>
        new() { ConnectionString = database.Url, BackupPath = BudgetSettings.NoBackups, FrozenTime = new DateTimeOffset(2017, 7, 28, 6, 24, 44, TimeSpan.Zero) };
}
