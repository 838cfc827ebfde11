using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Users;

/// <summary>Where users are signed in: <c>book.Sessions</c>. A session ends a week after it was used last, and thirty days after it began in any case.</summary>
public sealed class SessionSection
{
    private static readonly TimeSpan LongestIdle = TimeSpan.FromDays(7);
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(30);

    // What pages keep is read anew after each write on SQLite, so not every use is one.
    private static readonly TimeSpan Seen = TimeSpan.FromHours(1);

    private readonly BookSession _session;

    internal SessionSection(BookSession session) => _session = session;

    /// <summary>Signs a user in.</summary>
    /// <param name="userId">Number of the user.</param>
    /// <param name="device">What the browser calls itself, cut to 254 characters; null when it says nothing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What the browser must hold from now on: 43 letters, digits, - and _. The database has no more than its hash.</returns>
    public async Task<string> OpenAsync(int userId, string? device, CancellationToken cancellationToken = default)
    {
        var (secret, now) = (Secret.Create(), _session.Now);
        var (idle, old) = (now - LongestIdle, now - LongestLife);
        await UserRows.WriteAsync(
            _session,
            async database =>
            {
                await database.Sessions.Where(session => session.LastSeenAt < idle || session.CreatedAt < old).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
                database.Sessions.Add(new UserSession { KeyHash = Secret.HashOf(secret), UserId = userId, CreatedAt = now, LastSeenAt = now, Device = Shortened(device) });
                var count = await database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
                var name = await UserRows.NameOfAsync(database, userId, cancellationToken).ConfigureAwait(false);
                await AuditWriter.AddAsync(database, name, AuditKind.SignIn, name, Shortened(device), cancellationToken).ConfigureAwait(false);
                return count;
            },
            cancellationToken).ConfigureAwait(false);
        return secret;
    }

    /// <summary>Who is signed in, with one SQL statement, and once an hour another.</summary>
    /// <param name="secret">What the browser holds.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The session; null when there is none, it has ended or its user is disabled.</returns>
    public async Task<SessionDetails?> FindAsync(string secret, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var (hash, now) = (Secret.HashOf(secret), _session.Now);
        var found = await _session.ReadAsync((database, token) => Live(database, now).Where(row => row.Session.KeyHash == hash).SingleOrDefaultAsync(token), cancellationToken).ConfigureAwait(false);
        if (found is null)
        {
            return null;
        }

        if (now - found.Session.LastSeenAt >= Seen)
        {
            await UserRows.WriteAsync(
                _session,
                database => database.Sessions.Where(session => session.KeyHash == hash).ExecuteUpdateAsync(set => set.SetProperty(session => session.LastSeenAt, now), cancellationToken),
                cancellationToken).ConfigureAwait(false);
        }

        return ToDetails(found);
    }

    /// <summary>Notes that the user has shown in a session, now, that he is who he says.</summary>
    /// <param name="sessionId">Which one (<see cref="SessionDetails.Id"/>).</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>When it is stored.</returns>
    public Task ConfirmAsync(string sessionId, CancellationToken cancellationToken = default)
    {
        var now = _session.Now;
        return UserRows.WriteAsync(
            _session,
            database => database.Sessions.Where(session => session.KeyHash == sessionId).ExecuteUpdateAsync(set => set.SetProperty(session => session.ConfirmedAt, now), cancellationToken),
            cancellationToken);
    }

    /// <summary>Where a user is signed in, used last first.</summary>
    /// <param name="userId">Number of the user.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The sessions.</returns>
    public Task<IReadOnlyList<SessionDetails>> ListAsync(int userId, CancellationToken cancellationToken = default)
    {
        var now = _session.Now;
        return _session.ReadAsync<IReadOnlyList<SessionDetails>>(
            async (database, token) => (await Live(database, now).Where(row => row.Session.UserId == userId).OrderByDescending(row => row.Session.LastSeenAt).ThenBy(row => row.Session.KeyHash).ToListAsync(token).ConfigureAwait(false)).ConvertAll(ToDetails),
            cancellationToken);
    }

    /// <summary>Ends a session of a user.</summary>
    /// <param name="userId">Number of the user.</param>
    /// <param name="sessionId">Which one (<see cref="SessionDetails.Id"/>).</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether there was one.</returns>
    public Task<bool> EndAsync(int userId, string sessionId, CancellationToken cancellationToken = default) => UserRows.WriteAsync(
        _session,
        async database =>
        {
            var ended = database.Sessions.Where(session => session.UserId == userId && session.KeyHash == sessionId);
            var device = await ended.Select(session => session.Device).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
            var isEnded = await ended.ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false) > 0;
            if (isEnded)
            {
                await AddSignOutAsync(database, userId, device, cancellationToken).ConfigureAwait(false);
            }

            return isEnded;
        },
        cancellationToken);

    /// <summary>Ends all sessions of a user but one.</summary>
    /// <param name="userId">Number of the user.</param>
    /// <param name="exceptId">The one that goes on; null for none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many ended.</returns>
    public Task<int> EndOthersAsync(int userId, string? exceptId, CancellationToken cancellationToken = default) =>
        UserRows.WriteAsync(
            _session,
            async database =>
            {
                var count = await UserRows.EndSessionsAsync(database, userId, exceptId, cancellationToken).ConfigureAwait(false);
                if (count > 0)
                {
                    await AddSignOutAsync(database, userId, exceptId is null ? "all devices" : "all other devices", cancellationToken).ConfigureAwait(false);
                }

                return count;
            },
            cancellationToken);

    // Whoever signs out is not asked first who he is.
    private static async Task AddSignOutAsync(BudgetDbContext database, int userId, string? device, CancellationToken cancellationToken)
    {
        var name = await UserRows.NameOfAsync(database, userId, cancellationToken).ConfigureAwait(false);
        await AuditWriter.AddAsync(database, database.Author.Who ?? name, AuditKind.SignOut, name, device, cancellationToken).ConfigureAwait(false);
    }

    private static string? Shortened(string? device) => string.IsNullOrWhiteSpace(device) || !TextLength.IsValid(device) ? null : TextLength.Shorten(device, TextLength.Usual);

    private static IQueryable<SessionOfUser> Live(BudgetDbContext database, DateTime now)
    {
        var (idle, old) = (now - LongestIdle, now - LongestLife);
        return from session in database.Sessions.AsNoTracking()
               join user in database.Users.AsNoTracking() on session.UserId equals user.Id
               where session.LastSeenAt >= idle && session.CreatedAt >= old && !user.IsDisabled
               select new SessionOfUser { Session = session, User = user };
    }

    private static SessionDetails ToDetails(SessionOfUser row) => new()
    {
        Id = row.Session.KeyHash,
        User = UserRows.ToDetails(row.User),
        CreatedAt = row.Session.CreatedAt,
        LastSeenAt = row.Session.LastSeenAt,
        ConfirmedAt = row.Session.ConfirmedAt,
        Device = row.Session.Device,
    };

    private sealed class SessionOfUser
    {
        public required UserSession Session { get; init; }

        public required User User { get; init; }
    }
}
