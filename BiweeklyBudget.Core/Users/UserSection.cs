using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Users;

/// <summary>
/// Who may sign in, where a program uses this book's own list of users: <c>book.Users</c>. Passwords come and go as hashes that the caller makes and checks; codes are made here and stored as
/// hashes. Nothing of it is in the record of changes or in a backup, and restoring one changes nothing of it.
/// </summary>
public sealed class UserSection
{
    /// <summary>Characters that a name may have.</summary>
    public const int LongestName = 100;

    /// <summary>Attempts after which a name is locked for a while.</summary>
    public const int AttemptsBeforeLock = 10;

    // More than 112 bits need no slow hash.
    private const int CodeGroups = 5;

    private static readonly TimeSpan LockLength = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan CodeLife = TimeSpan.FromDays(3);

    private readonly BookSession _session;

    internal UserSection(BookSession session) => _session = session;

    /// <summary>A new code for people to type, such as the one by which the first owner is made: 123 bits, in groups of five.</summary>
    /// <returns>The code. It is stored nowhere.</returns>
    public static string CreateCode() => Secret.CreateTyped(CodeGroups);

    /// <summary>Whether a typed code is the one that was made; it takes as long for a wrong one as for the right one. Case and surrounding spaces do not count.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="code">The code.</param>
    /// <returns>Whether they are the same.</returns>
    public static bool IsCode(string typed, string code)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(code);
        return string.Equals(Secret.HashOf(Secret.Normalize(typed)), Secret.HashOf(code), StringComparison.Ordinal);
    }

    /// <summary>Whether there is an owner, whatever his state.</summary>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>False when the first one is still to be made.</returns>
    public Task<bool> HasOwnerAsync(CancellationToken cancellationToken = default)
    {
        var owner = UserRows.TextOf(UserRole.Owner);
        return _session.ReadAsync((database, token) => database.Users.AnyAsync(user => user.Role == owner, token), cancellationToken);
    }

    /// <summary>All users, by name.</summary>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The users.</returns>
    public Task<IReadOnlyList<UserDetails>> ListAsync(CancellationToken cancellationToken = default) => _session.ReadAsync<IReadOnlyList<UserDetails>>(
        async (database, token) => (await database.Users.AsNoTracking().OrderBy(user => user.Name).ToListAsync(token).ConfigureAwait(false)).ConvertAll(UserRows.ToDetails),
        cancellationToken);

    /// <summary>A user by name.</summary>
    /// <param name="name">The name; case does not count.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The user; null when there is none.</returns>
    public Task<UserDetails?> FindAsync(string name, CancellationToken cancellationToken = default) => _session.ReadAsync(
        async (database, token) => await database.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Name == name, token).ConfigureAwait(false) is { } row ? UserRows.ToDetails(row) : null,
        cancellationToken);

    /// <summary>Adds a user.</summary>
    /// <param name="name">The name to sign in with, 1 to 100 characters.</param>
    /// <param name="role">What the user may do.</param>
    /// <param name="passwordHash">The password; null when the user is to set it with a code (<see cref="IssueCodeAsync"/>).</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The user, or what is wrong with the name.</returns>
    public async Task<Outcome<UserDetails>> AddAsync(string name, UserRole role, string? passwordHash, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        name = name.Trim();
        if (UserRows.ProblemOfName(name, LongestName, "Please enter a name.") is { } problem)
        {
            return new Outcome<UserDetails>.Invalid([problem]);
        }

        if (await FindAsync(name, cancellationToken).ConfigureAwait(false) is not null)
        {
            return Taken();
        }

        var row = new User { Name = name, Role = UserRows.TextOf(role), PasswordHash = passwordHash, CreatedAt = _session.Now };
        try
        {
            await UserRows.WriteAsync(_session, database => AddRowAsync(database, row, cancellationToken), cancellationToken).ConfigureAwait(false);
            return new Outcome<UserDetails>.Saved(UserRows.ToDetails(row));
        }
        catch (Exception exception) when (_session.Database.FaultOf(exception) == StorageFault.Duplicate)
        {
            return Taken();
        }
    }

    /// <summary>
    /// Takes password, second factor, passkeys, sessions and tokens from a user and gives a code instead, with which a password can be set once, within three days. What codes there were before are of no use
    /// any more.
    /// </summary>
    /// <param name="userId">Number of the user.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The code, which is known to nobody else; null when there is no such user.</returns>
    public async Task<string?> IssueCodeAsync(int userId, CancellationToken cancellationToken = default)
    {
        var code = CreateCode();
        var (hash, until) = (Secret.HashOf(code), _session.Now + CodeLife);
        var isFound = await UserRows.WriteAsync(
            _session,
            async database =>
            {
                await UserRows.EndSessionsAsync(database, userId, except: null, cancellationToken).ConfigureAwait(false);
                await database.Tokens.Where(token => token.UserId == userId).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
                await database.RecoveryCodes.Where(recovery => recovery.UserId == userId).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
                await database.Passkeys.Where(passkey => passkey.UserId == userId).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
                await database.Challenges.Where(challenge => challenge.UserId == userId).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
                var name = await UserRows.NameOfAsync(database, userId, cancellationToken).ConfigureAwait(false);
                var isSet = await database.Users.Where(user => user.Id == userId).ExecuteUpdateAsync(
                    set => set.SetProperty(user => user.CodeHash, hash).SetProperty(user => user.CodeUntil, until).SetProperty(user => user.PasswordHash, (string?)null)
                        .SetProperty(user => user.SecondFactor, (string?)null).SetProperty(user => user.SecondFactorStep, (long?)null).SetProperty(user => user.FailedCount, 0).SetProperty(user => user.LockedUntil, (DateTime?)null),
                    cancellationToken).ConfigureAwait(false) > 0;
                if (isSet)
                {
                    await AuditWriter.AddAsync(database, AuditKind.UserReset, name, details: null, cancellationToken).ConfigureAwait(false);
                }

                return isSet;
            },
            cancellationToken).ConfigureAwait(false);
        return isFound ? code : null;
    }

    /// <summary>Sets the password of the user who was given a code; the code is of no use afterwards.</summary>
    /// <param name="code">The code as it was typed.</param>
    /// <param name="passwordHash">The password.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The user; null when the code is none, was used or is too old.</returns>
    public Task<UserDetails?> UseCodeAsync(string code, string passwordHash, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(passwordHash);
        var (hash, now) = (Secret.HashOf(Secret.Normalize(code)), _session.Now);
        return UserRows.WriteAsync(
            _session,
            async database =>
            {
                var row = await database.Users.AsNoTracking().SingleOrDefaultAsync(user => user.CodeHash == hash && user.CodeUntil > now && !user.IsDisabled, cancellationToken).ConfigureAwait(false);
                var isUsed = row is not null && await database.Users.Where(user => user.Id == row.Id && user.CodeHash == hash).ExecuteUpdateAsync(
                    set => set.SetProperty(user => user.CodeHash, (string?)null).SetProperty(user => user.CodeUntil, (DateTime?)null).SetProperty(user => user.PasswordHash, passwordHash),
                    cancellationToken).ConfigureAwait(false) > 0;
                if (!isUsed)
                {
                    return null;
                }

                await AuditWriter.AddAsync(database, row!.Name, AuditKind.PasswordSet, row.Name, "by a code", cancellationToken).ConfigureAwait(false);
                return UserRows.ToDetails(row) with { HasPassword = true };
            },
            cancellationToken);
    }

    /// <summary>
    /// Begins an attempt to sign in or to confirm a password. It is counted before the password is looked at, so that many at once are no more than one after the other; after
    /// <see cref="AttemptsBeforeLock"/> the name is locked for five minutes. <see cref="CompleteAttemptAsync"/> starts the count anew.
    /// </summary>
    /// <param name="name">The name that was given.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The attempt; null when nobody may sign in by that name.</returns>
    public Task<SignInAttempt?> BeginAttemptAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        var now = _session.Now;
        var until = now + LockLength;
        return UserRows.WriteAsync(
            _session,
            async database =>
            {
                // The row is locked by being changed, before it is read.
                var counted = await database.Users.Where(user => user.Name == name && !user.IsDisabled && (user.LockedUntil == null || user.LockedUntil <= now))
                    .ExecuteUpdateAsync(set => set.SetProperty(user => user.FailedCount, user => user.FailedCount + 1), cancellationToken).ConfigureAwait(false);
                if (await database.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Name == name && !user.IsDisabled, cancellationToken).ConfigureAwait(false) is not { } row)
                {
                    return null;
                }

                if (counted > 0 && row.FailedCount >= AttemptsBeforeLock)
                {
                    await database.Users.Where(user => user.Id == row.Id).ExecuteUpdateAsync(set => set.SetProperty(user => user.FailedCount, 0).SetProperty(user => user.LockedUntil, until), cancellationToken).ConfigureAwait(false);
                }

                return new SignInAttempt { User = UserRows.ToDetails(row), PasswordHash = row.PasswordHash, SecondFactor = row.SecondFactor, IsLocked = counted == 0 };
            },
            cancellationToken);
    }

    /// <summary>Ends an attempt that succeeded: the next one is the first.</summary>
    /// <param name="userId">Number of the user.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>When it is stored.</returns>
    public Task CompleteAttemptAsync(int userId, CancellationToken cancellationToken = default) => UserRows.WriteAsync(
        _session,
        database => database.Users.Where(user => user.Id == userId).ExecuteUpdateAsync(set => set.SetProperty(user => user.FailedCount, 0).SetProperty(user => user.LockedUntil, (DateTime?)null), cancellationToken),
        cancellationToken);

    /// <summary>Changes the password and ends the user's other sessions.</summary>
    /// <param name="userId">Number of the user.</param>
    /// <param name="passwordHash">The new password.</param>
    /// <param name="secondFactor">The second factor as it is to be stored from now on; null when there is none.</param>
    /// <param name="sessionId">The session that goes on; null for none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>When it is stored.</returns>
    public Task SetPasswordAsync(int userId, string passwordHash, string? secondFactor, string? sessionId, CancellationToken cancellationToken = default) => UserRows.WriteAsync(
        _session,
        async database =>
        {
            await UserRows.EndSessionsAsync(database, userId, sessionId, cancellationToken).ConfigureAwait(false);
            var count = await database.Users.Where(user => user.Id == userId)
                .ExecuteUpdateAsync(set => set.SetProperty(user => user.PasswordHash, passwordHash).SetProperty(user => user.SecondFactor, secondFactor), cancellationToken).ConfigureAwait(false);
            await AuditWriter.AddAsync(database, AuditKind.PasswordSet, await UserRows.NameOfAsync(database, userId, cancellationToken).ConfigureAwait(false), details: null, cancellationToken).ConfigureAwait(false);
            return count;
        },
        cancellationToken);

    /// <summary>Lets somebody sign in no more, at once and everywhere, or again.</summary>
    /// <param name="userId">Number of the user.</param>
    /// <param name="isDisabled">Whether nobody may sign in by the name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it is so now; false when it is the last owner who may sign in, or nobody.</returns>
    public Task<bool> SetDisabledAsync(int userId, bool isDisabled, CancellationToken cancellationToken = default) => UserRows.WriteAsync(
        _session,
        async database =>
        {
            if (isDisabled && await IsLastOwnerAsync(database, userId, cancellationToken).ConfigureAwait(false))
            {
                return false;
            }

            if (isDisabled)
            {
                await UserRows.EndSessionsAsync(database, userId, except: null, cancellationToken).ConfigureAwait(false);
            }

            var isSet = await database.Users.Where(user => user.Id == userId).ExecuteUpdateAsync(set => set.SetProperty(user => user.IsDisabled, isDisabled), cancellationToken).ConfigureAwait(false) > 0;
            if (isSet)
            {
                var name = await UserRows.NameOfAsync(database, userId, cancellationToken).ConfigureAwait(false);
                await AuditWriter.AddAsync(database, isDisabled ? AuditKind.UserDisabled : AuditKind.UserEnabled, name, details: null, cancellationToken).ConfigureAwait(false);
            }

            return isSet;
        },
        cancellationToken);

    /// <summary>Changes what somebody may do, at once and everywhere.</summary>
    /// <param name="userId">Number of the user.</param>
    /// <param name="role">What the user may do from now on.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it is so now; false when it is the last owner who may sign in, or nobody.</returns>
    public Task<bool> SetRoleAsync(int userId, UserRole role, CancellationToken cancellationToken = default)
    {
        var text = UserRows.TextOf(role);
        return UserRows.WriteAsync(
            _session,
            async database =>
            {
                var isSet = (role == UserRole.Owner || !await IsLastOwnerAsync(database, userId, cancellationToken).ConfigureAwait(false))
                    && await database.Users.Where(user => user.Id == userId).ExecuteUpdateAsync(set => set.SetProperty(user => user.Role, text), cancellationToken).ConfigureAwait(false) > 0;
                if (isSet)
                {
                    var name = await UserRows.NameOfAsync(database, userId, cancellationToken).ConfigureAwait(false);
                    await AuditWriter.AddAsync(database, AuditKind.RoleSet, name, text, cancellationToken).ConfigureAwait(false);
                }

                return isSet;
            },
            cancellationToken);
    }

    private static async Task<bool> IsLastOwnerAsync(BudgetDbContext database, int userId, CancellationToken cancellationToken)
    {
        var owner = UserRows.TextOf(UserRole.Owner);

        // The owners' rows are locked by being changed, before they are counted: of two who leave at once, one stays.
        await database.Users.Where(user => user.Role == owner).ExecuteUpdateAsync(set => set.SetProperty(user => user.Role, owner), cancellationToken).ConfigureAwait(false);
        return !await database.Users.AnyAsync(user => user.Id != userId && user.Role == owner && !user.IsDisabled, cancellationToken).ConfigureAwait(false)
            && await database.Users.AnyAsync(user => user.Id == userId && user.Role == owner, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<bool> AddRowAsync(BudgetDbContext database, User row, CancellationToken cancellationToken)
    {
        database.Users.Add(row);
        await database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        await AuditWriter.AddAsync(database, AuditKind.UserAdded, row.Name, row.Role, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private static Outcome<UserDetails> Taken() => new Outcome<UserDetails>.Invalid([new Problem("Name", ProblemCode.Taken, "There is somebody of this name already.")]);
}
