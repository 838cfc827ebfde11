using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Users;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Core.Tests.Users;

/// <summary>Passkeys and what their devices are asked, as they are stored on both engines.</summary>
public sealed class PasskeyTests
{
    private static readonly byte[] LongestId = [.. Enumerable.Range(0, 1023).Select(number => (byte)number)];

    [Theory]
    [OnBothEngines]
    public async Task A_passkey_is_kept_once_used_by_rising_counts_and_goes_with_a_reset(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        await using var book = BookOf(database);
        var (ann, bob) = ((await book.Users.AddAsync("ann", UserRole.Owner, "hash")).ValueOrThrow(), (await book.Users.AddAsync("bob", UserRole.Owner, "hash")).ValueOrThrow());
        var added = (await book.Passkeys.AddAsync(New(ann.Id, LongestId))).ValueOrThrow();
        Assert.Equal(ProblemCode.Taken, Assert.Single(Assert.IsType<Outcome<PasskeyDetails>.Invalid>(await book.Passkeys.AddAsync(New(bob.Id, LongestId))).Problems).Code);

        var found = (await book.Passkeys.FindAsync(LongestId))!;
        Assert.Equal((added.Id, ann.Id, "phone", "{}", 7L), (found.Id, found.UserId, found.Name, found.Data, found.SignCount));
        Assert.Equal(LongestId, found.CredentialId.ToArray());
        Assert.Null(found.LastUsedAt);
        foreach (var (count, isRising) in new[] { (7, false), (6, false), (0, false), (8, true), (8, false), (20, true) })
        {
            Assert.Equal((count, isRising), (count, await book.Passkeys.UseAsync(found.Id, count, "{}")));
        }

        Assert.NotNull((await book.Passkeys.FindAsync(LongestId))!.LastUsedAt);
        Assert.False(await book.Passkeys.RemoveAsync(bob.Id, found.Id));
        Assert.True((await book.Passkeys.RenameAsync(ann.Id, found.Id, " key ring ")) is Outcome<bool>.Saved { Value: true });
        Assert.True((await book.Passkeys.RenameAsync(bob.Id, found.Id, "mine")) is Outcome<bool>.Saved { Value: false });
        Assert.Equal("key ring", Assert.Single(await book.Passkeys.ListAsync(ann.Id)).Name);

        await book.Users.IssueCodeAsync(ann.Id);
        Assert.Empty(await book.Passkeys.ListAsync(ann.Id));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_device_that_does_not_count_may_be_used_again(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        await using var book = BookOf(database);
        var ann = (await book.Users.AddAsync("ann", UserRole.Owner, "hash")).ValueOrThrow();
        var added = (await book.Passkeys.AddAsync(New(ann.Id, [1, 2, 3]) with { SignCount = 0 })).ValueOrThrow();

        Assert.True(await book.Passkeys.UseAsync(added.Id, 0, "{}"));
        Assert.True(await book.Passkeys.UseAsync(added.Id, 0, "{}"));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_challenge_is_taken_once_by_whom_it_was_for_within_five_minutes(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        await using var book = BookOf(database);
        var state = new string('x', 4000);
        var key = await book.Passkeys.KeepChallengeAsync(userId: null, "sign-in", state);
        Assert.Null(await book.Passkeys.TakeChallengeAsync(key, userId: 1, "sign-in"));
        Assert.Null(await book.Passkeys.TakeChallengeAsync(key, userId: null, "confirm"));
        Assert.Null(await book.Passkeys.TakeChallengeAsync(key + "x", userId: null, "sign-in"));
        await using (var late = BookOf(database, after: TimeSpan.FromMinutes(5)))
        {
            Assert.Null(await late.Passkeys.TakeChallengeAsync(key, userId: null, "sign-in"));
        }

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            await using var another = BookOf(database, after: TimeSpan.FromMinutes(4));
            return await another.Passkeys.TakeChallengeAsync(key, userId: null, "sign-in");
        })));
        Assert.Equal(state, Assert.Single(taken, answer => answer is not null));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_role_changes_and_one_owner_stays_however_many_leave_at_once(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        await using var book = BookOf(database);
        var owners = new List<UserDetails>();
        for (var number = 0; number < 4; number++)
        {
            owners.Add((await book.Users.AddAsync($"owner {number}", UserRole.Owner, "hash")).ValueOrThrow());
        }

        var left = await Task.WhenAll(owners.Select(owner => Task.Run(async () =>
        {
            await using var another = BookOf(database);
            return await another.Users.SetRoleAsync(owner.Id, UserRole.ReadOnly);
        })));
        Assert.Equal(3, left.Count(isDone => isDone));
        var last = Assert.Single(await book.Users.ListAsync(), user => user.Role == UserRole.Owner);
        Assert.True(await book.Users.SetRoleAsync(last.Id, UserRole.Owner));
        Assert.False(await book.Users.SetRoleAsync(last.Id + 100, UserRole.Member));
        Assert.False(await book.Users.SetDisabledAsync(last.Id, isDisabled: true));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_session_says_when_its_user_was_asked_again(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        await using var book = BookOf(database);
        var ann = (await book.Users.AddAsync("ann", UserRole.Owner, "hash")).ValueOrThrow();
        var (one, other) = (await book.Sessions.OpenAsync(ann.Id, "a browser"), await book.Sessions.OpenAsync(ann.Id, "another"));
        await book.Sessions.ConfirmAsync((await book.Sessions.FindAsync(one))!.Id);

        Assert.Equal(book.Now.UtcDateTime, (await book.Sessions.FindAsync(one))!.ConfirmedAt!.Value, TimeSpan.FromSeconds(1));
        Assert.Null((await book.Sessions.FindAsync(other))!.ConfirmedAt);
    }

    private static PasskeyDetails New(int userId, byte[] id) => new() { UserId = userId, Name = "phone", CredentialId = id, Data = "{}", SignCount = 7 };

    private static BudgetBook BookOf(TestDatabase database, TimeSpan after = default) => BudgetEngine.Create(
        new BudgetSettings { ConnectionString = database.Url, BackupPath = BudgetSettings.NoBackups, FrozenTime = new DateTimeOffset(2017, 7, 28, 6, 24, 44, TimeSpan.Zero) + after }).OpenBook();
}
