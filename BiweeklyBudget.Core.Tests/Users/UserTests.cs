using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Backup;
using BiweeklyBudget.Core.Users;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Core.Tests.Users;

/// <summary>Who may sign in, on both engines.</summary>
public sealed class UserTests
{
    [Theory]
    [OnBothEngines]
    public async Task A_name_is_taken_once_whatever_its_case(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        await using var book = EngineOf(database).OpenBook();
        Assert.False(await book.Users.HasOwnerAsync());
        Assert.True((await book.Users.AddAsync(" Ann ", UserRole.Owner, "hash")).IsSaved);

        Assert.True(await book.Users.HasOwnerAsync());
        Assert.Equal(ProblemCode.Taken, Assert.Single(Assert.IsType<Outcome<UserDetails>.Invalid>(await book.Users.AddAsync("ann", UserRole.Member, "hash")).Problems).Code);
        Assert.Equal("Ann", (await book.Users.FindAsync("ANN"))?.Name);
    }

    [Theory]
    [InlineData("", ProblemCode.Missing)]
    [InlineData("  ", ProblemCode.Missing)]
    [InlineData("a\\u0000b", ProblemCode.BadFormat)]
    [InlineData("a\\ud800b", ProblemCode.BadFormat)]
    public async Task A_name_has_characters_that_can_be_typed(string escaped, ProblemCode code)
    {
        // Half a character would not arrive as an argument.
        var name = System.Text.RegularExpressions.Regex.Unescape(escaped);
        await using var database = await TestDatabase.CreatedAsync(DatabaseEngine.Sqlite);
        await using var book = EngineOf(database).OpenBook();
        Assert.Equal(code, Assert.Single(Assert.IsType<Outcome<UserDetails>.Invalid>(await book.Users.AddAsync(name, UserRole.Member, "hash")).Problems).Code);
        Assert.Equal(ProblemCode.TooLong, Assert.Single(Assert.IsType<Outcome<UserDetails>.Invalid>(await book.Users.AddAsync(new string('a', 101), UserRole.Member, "hash")).Problems).Code);
    }

    [Theory]
    [OnBothEngines]
    public async Task Of_many_attempts_at_once_ten_are_looked_at(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        var budget = EngineOf(database);
        await using (var book = budget.OpenBook())
        {
            await book.Users.AddAsync("ann", UserRole.Owner, "hash");
        }

        var attempts = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Task.Run(async () =>
        {
            await using var book = budget.OpenBook();
            return await book.Users.BeginAttemptAsync("ann");
        })));

        Assert.Equal(UserSection.AttemptsBeforeLock, attempts.Count(attempt => attempt is { IsLocked: false }));
        Assert.Equal(20, attempts.Count(attempt => attempt is { IsLocked: true }));
    }

    [Theory]
    [OnBothEngines]
    public async Task An_attempt_that_succeeds_starts_the_count_anew(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        await using var book = EngineOf(database).OpenBook();
        var ann = (await book.Users.AddAsync("ann", UserRole.Owner, "hash")).ValueOrThrow();
        for (var round = 0; round < 3; round++)
        {
            for (var tries = 0; tries < UserSection.AttemptsBeforeLock - 1; tries++)
            {
                Assert.False((await book.Users.BeginAttemptAsync("ann"))!.IsLocked);
            }

            await book.Users.CompleteAttemptAsync(ann.Id);
        }

        Assert.Null(await book.Users.BeginAttemptAsync("bob"));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_code_sets_a_password_once_however_many_use_it_at_once(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        var budget = EngineOf(database);
        string code;
        await using (var book = budget.OpenBook())
        {
            var ann = (await book.Users.AddAsync("ann", UserRole.Owner, "old")).ValueOrThrow();
            var session = await book.Sessions.OpenAsync(ann.Id, device: null);
            var token = (await book.Tokens.AddAsync(ann.Id, "script", TokenScopes.Read, days: 1)).ValueOrThrow();
            await book.SecondFactors.SetAsync(ann.Id, "sealed", step: 7);
            code = (await book.Users.IssueCodeAsync(ann.Id))!;

            Assert.Matches("^([a-z0-9]{5}-){4}[a-z0-9]{5}$", code);
            Assert.Null(await book.Sessions.FindAsync(session));
            Assert.Null(await book.Tokens.FindAsync(token));
            Assert.Null((await book.Users.BeginAttemptAsync("ann"))!.PasswordHash);
            Assert.Empty(book.Database.RecoveryCodes);
            Assert.DoesNotContain(code, book.Database.Users.Single().CodeHash!, StringComparison.Ordinal);
        }

        var used = await Task.WhenAll(Enumerable.Range(0, 6).Select(attempt => Task.Run(async () =>
        {
            await using var book = budget.OpenBook();
            return await book.Users.UseCodeAsync($" {code.ToUpperInvariant()} ", $"new {attempt}");
        })));

        Assert.Equal("ann", Assert.Single(used, user => user is not null)!.Name);
    }

    [Fact]
    public async Task A_code_is_good_for_three_days()
    {
        await using var database = await TestDatabase.CreatedAsync(DatabaseEngine.Sqlite);
        await using var book = EngineOf(database).OpenBook();
        var ann = (await book.Users.AddAsync("ann", UserRole.Owner, "old")).ValueOrThrow();
        var code = (await book.Users.IssueCodeAsync(ann.Id))!;
        await using (var late = EngineOf(database, after: TimeSpan.FromDays(3)).OpenBook())
        {
            Assert.Null(await late.Users.UseCodeAsync(code, "new"));
        }

        await using var intime = EngineOf(database, after: TimeSpan.FromDays(3) - TimeSpan.FromSeconds(1)).OpenBook();
        Assert.NotNull(await intime.Users.UseCodeAsync(code, "new"));
    }

    [Theory]
    [OnBothEngines]
    public async Task Whoever_is_disabled_is_out_at_once_and_the_last_owner_cannot_be(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        await using var book = EngineOf(database).OpenBook();
        var ann = (await book.Users.AddAsync("ann", UserRole.Owner, "hash")).ValueOrThrow();
        var bob = (await book.Users.AddAsync("bob", UserRole.Owner, "hash")).ValueOrThrow();
        var (session, token) = (await book.Sessions.OpenAsync(bob.Id, "a browser"), (await book.Tokens.AddAsync(bob.Id, "script", TokenScopes.Read, days: 1)).ValueOrThrow());
        Assert.Equal("bob", (await book.Sessions.FindAsync(session))?.User.Name);

        Assert.True(await book.Users.SetDisabledAsync(bob.Id, isDisabled: true));
        Assert.Null(await book.Sessions.FindAsync(session));
        Assert.Null(await book.Tokens.FindAsync(token));
        Assert.Null(await book.Users.BeginAttemptAsync("bob"));
        Assert.False(await book.Users.SetDisabledAsync(ann.Id, isDisabled: true));
        Assert.True(await book.Users.SetDisabledAsync(bob.Id, isDisabled: false));
        Assert.Null(await book.Sessions.FindAsync(session));
        Assert.True(await book.Users.SetDisabledAsync(ann.Id, isDisabled: true));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_time_step_and_a_recovery_code_count_once(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        await using var book = EngineOf(database).OpenBook();
        var ann = (await book.Users.AddAsync("ann", UserRole.Owner, "hash")).ValueOrThrow();
        var codes = await book.SecondFactors.SetAsync(ann.Id, "sealed", step: 7);

        foreach (var (step, isNew) in new[] { (7, false), (8, true), (8, false), (7, false), (10, true) })
        {
            Assert.Equal((step, isNew), (step, await book.SecondFactors.UseStepAsync(ann.Id, step)));
        }

        Assert.Equal((10, true, false), (codes.Distinct().Count(), await book.SecondFactors.UseRecoveryCodeAsync(ann.Id, codes[0]), await book.SecondFactors.UseRecoveryCodeAsync(ann.Id, codes[0])));
        Assert.False(await book.SecondFactors.UseRecoveryCodeAsync(ann.Id + 1, codes[1]));
    }

    [Fact]
    public async Task A_token_says_what_is_wrong_with_it()
    {
        await using var database = await TestDatabase.CreatedAsync(DatabaseEngine.Sqlite);
        await using var book = EngineOf(database).OpenBook();
        var ann = (await book.Users.AddAsync("ann", UserRole.Owner, "hash")).ValueOrThrow();

        Assert.Equal(["Name", "Scopes", "Days"], Assert.IsType<Outcome<string>.Invalid>(await book.Tokens.AddAsync(ann.Id, " ", TokenScopes.None, days: 731)).Problems.Select(problem => problem.Property));
    }

    [Theory]
    [OnBothEngines]
    public async Task No_backup_holds_users_and_restoring_one_leaves_them_as_they_are(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.WithSampleDataAsync(engine);
        var budget = EngineOf(database);
        var file = Path.Combine(Directory.CreateTempSubdirectory("bbusers-").FullName, "book.bbbackup");
        try
        {
            await budget.BackUpAsync(file);
            string session;
            await using (var book = budget.OpenBook())
            {
                session = await book.Sessions.OpenAsync((await book.Users.AddAsync("ann", UserRole.Owner, "hash")).ValueOrThrow().Id, device: null);
            }

            var summary = (await budget.RestoreAsync(file, new RestoreOptions { Replace = true, BackupFolder = Path.GetDirectoryName(file) })).Restored;

            Assert.DoesNotContain(summary.Tables, table => table.Name is "bb_users" or "bb_sessions" or "bb_tokens" or "bb_recovery_codes" or "bb_passkeys" or "bb_challenges" or "bb_audit" or "bb_audit_head");
            await using var after = budget.OpenBook();
            Assert.Equal("ann", (await after.Sessions.FindAsync(session))?.User.Name);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }

    private static BudgetEngine EngineOf(TestDatabase database, TimeSpan after = default) =>
        BudgetEngine.Create(new BudgetSettings { ConnectionString = database.Url, BackupPath = BudgetSettings.NoBackups, FrozenTime = new DateTimeOffset(2017, 7, 28, 6, 24, 44, TimeSpan.Zero) + after });
}
