using System.Globalization;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Users;

/// <summary>What scripts sign in with: <c>book.Tokens</c>.</summary>
public sealed class TokenSection
{
    /// <summary>How long a token may be good for, in days.</summary>
    public const int LongestDays = 730;

    /// <summary>What every token begins with, so that people and programs that look for lost secrets know it.</summary>
    public const string Prefix = "bbt_";

    private const int LongestName = 100;
    private const int MostTokens = 50;

    private static readonly TimeSpan Used = TimeSpan.FromHours(1);

    private readonly BookSession _session;

    internal TokenSection(BookSession session) => _session = session;

    /// <summary>Makes a token.</summary>
    /// <param name="userId">Whose it is.</param>
    /// <param name="name">What it is for, 1 to 100 characters.</param>
    /// <param name="scopes">What it is good for; at least one.</param>
    /// <param name="days">How long it is good, 1 to 730 days.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The token, which nobody can be told again; or what is wrong.</returns>
    public async Task<Outcome<string>> AddAsync(int userId, string name, TokenScopes scopes, int days, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        name = name.Trim();
        var problems = ProblemsOf(name, scopes, days).ToList();
        if (problems.Count > 0)
        {
            return new Outcome<string>.Invalid(problems);
        }

        var (secret, now) = (Prefix + Secret.Create(), _session.Now);
        var row = new UserToken { UserId = userId, Name = name, KeyHash = Secret.HashOf(secret), Scopes = (int)scopes, CreatedAt = now, ExpiresAt = now.AddDays(days) };
        var isAdded = await UserRows.WriteAsync(_session, database => AddRowAsync(database, row, now, cancellationToken), cancellationToken).ConfigureAwait(false);
        return isAdded ? new Outcome<string>.Saved(secret) : new Outcome<string>.Refused(new Problem(null, ProblemCode.TooMany, $"You have {MostTokens} tokens; revoke those that you do not need."));
    }

    /// <summary>Whose token it is, with one SQL statement, and once an hour another.</summary>
    /// <param name="secret">The token.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The token's details; null when it is none, has expired or was revoked, or its user is disabled.</returns>
    public async Task<TokenDetails?> FindAsync(string secret, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(secret);
        if (!secret.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var (hash, now) = (Secret.HashOf(secret), _session.Now);
        var found = await _session.ReadAsync(
            (database, token) => OfUsers(database).Where(row => row.Token.KeyHash == hash && row.Token.ExpiresAt > now && !row.User.IsDisabled).SingleOrDefaultAsync(token),
            cancellationToken).ConfigureAwait(false);
        if (found is null)
        {
            return null;
        }

        if (found.Token.LastUsedAt is not { } last || now - last >= Used)
        {
            await UserRows.WriteAsync(
                _session,
                database => database.Tokens.Where(token => token.KeyHash == hash).ExecuteUpdateAsync(set => set.SetProperty(token => token.LastUsedAt, now), cancellationToken),
                cancellationToken).ConfigureAwait(false);
        }

        return ToDetails(found);
    }

    /// <summary>The tokens of a user, also those that have expired, the newest first.</summary>
    /// <param name="userId">Number of the user.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The tokens.</returns>
    public Task<IReadOnlyList<TokenDetails>> ListAsync(int userId, CancellationToken cancellationToken = default) => _session.ReadAsync<IReadOnlyList<TokenDetails>>(
        async (database, token) => (await OfUsers(database).Where(row => row.Token.UserId == userId).OrderByDescending(row => row.Token.Id).ToListAsync(token).ConfigureAwait(false)).ConvertAll(ToDetails),
        cancellationToken);

    /// <summary>Takes a token back: it is good for nothing from now on.</summary>
    /// <param name="userId">Whose it is.</param>
    /// <param name="id">Number of the token.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether there was one.</returns>
    public Task<bool> RevokeAsync(int userId, int id, CancellationToken cancellationToken = default) => UserRows.WriteAsync(
        _session,
        async database =>
        {
            var revoked = database.Tokens.Where(token => token.UserId == userId && token.Id == id);
            var name = await revoked.Select(token => token.Name).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
            var isRevoked = await revoked.ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false) > 0;
            if (isRevoked)
            {
                await AuditWriter.AddAsync(database, AuditKind.TokenRevoked, name, $"of {await UserRows.NameOfAsync(database, userId, cancellationToken).ConfigureAwait(false)}", cancellationToken).ConfigureAwait(false);
            }

            return isRevoked;
        },
        cancellationToken);

    private static async Task<bool> AddRowAsync(BudgetDbContext database, UserToken row, DateTime now, CancellationToken cancellationToken)
    {
        await database.Tokens.Where(token => token.UserId == row.UserId && token.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        if (await database.Tokens.CountAsync(token => token.UserId == row.UserId, cancellationToken).ConfigureAwait(false) >= MostTokens)
        {
            return false;
        }

        database.Tokens.Add(row);
        await database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        var owner = await UserRows.NameOfAsync(database, row.UserId, cancellationToken).ConfigureAwait(false);
        var details = string.Create(CultureInfo.InvariantCulture, $"of {owner}; {(TokenScopes)row.Scopes}; until {row.ExpiresAt:yyyy-MM-dd}");
        await AuditWriter.AddAsync(database, AuditKind.TokenMade, row.Name, details, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private static IEnumerable<Problem> ProblemsOf(string name, TokenScopes scopes, int days)
    {
        if (name.Length == 0)
        {
            yield return new Problem("Name", ProblemCode.Missing, "Please say what the token is for.");
        }
        else if (TextLength.Of(name) > LongestName || !TextLength.IsValid(name))
        {
            yield return new Problem("Name", ProblemCode.TooLong, $"This may have {LongestName} characters.");
        }

        if (scopes == TokenScopes.None)
        {
            yield return new Problem("Scopes", ProblemCode.Missing, "Please choose what the token is good for.");
        }

        if (days is < 1 or > LongestDays)
        {
            yield return new Problem("Days", ProblemCode.OutOfRange, $"A token is good for 1 to {LongestDays} days.");
        }
    }

    private static IQueryable<TokenOfUser> OfUsers(BudgetDbContext database) =>
        from token in database.Tokens.AsNoTracking()
        join user in database.Users.AsNoTracking() on token.UserId equals user.Id
        select new TokenOfUser { Token = token, User = user };

    private static TokenDetails ToDetails(TokenOfUser row) => new()
    {
        Id = row.Token.Id,
        User = UserRows.ToDetails(row.User),
        Name = row.Token.Name,
        Scopes = (TokenScopes)row.Token.Scopes,
        CreatedAt = row.Token.CreatedAt,
        ExpiresAt = row.Token.ExpiresAt,
        LastUsedAt = row.Token.LastUsedAt,
    };

    private sealed class TokenOfUser
    {
        public required UserToken Token { get; init; }

        public required User User { get; init; }
    }
}
