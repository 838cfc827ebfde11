using System.Buffers.Text;
using System.Security.Cryptography;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Users;

/// <summary>Passkeys that users sign in with: <c>book.Passkeys</c>. The caller checks what a device answers (WebAuthn); that no answer counts twice is seen to here.</summary>
public sealed class PasskeySection
{
    /// <summary>Characters that the name of a passkey may have.</summary>
    public const int LongestName = 100;

    private const int MostPasskeys = 20;
    private const string NameIsMissing = "Please give the passkey a name.";

    private static readonly TimeSpan ChallengeLife = TimeSpan.FromMinutes(5);

    private readonly BookSession _session;

    internal PasskeySection(BookSession session) => _session = session;

    /// <summary>The passkeys of a user, the newest first.</summary>
    /// <param name="userId">Number of the user.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The passkeys.</returns>
    public Task<IReadOnlyList<PasskeyDetails>> ListAsync(int userId, CancellationToken cancellationToken = default) => _session.ReadAsync<IReadOnlyList<PasskeyDetails>>(
        async (database, token) => (await database.Passkeys.AsNoTracking().Where(row => row.UserId == userId).OrderByDescending(row => row.Id).ToListAsync(token).ConfigureAwait(false)).ConvertAll(ToDetails),
        cancellationToken);

    /// <summary>The passkey that a device knows by an id.</summary>
    /// <param name="credentialId">The id.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The passkey; null when there is none.</returns>
    public Task<PasskeyDetails?> FindAsync(ReadOnlyMemory<byte> credentialId, CancellationToken cancellationToken = default)
    {
        var hash = HashOf(credentialId);
        return _session.ReadAsync(
            async (database, token) => await database.Passkeys.AsNoTracking().SingleOrDefaultAsync(row => row.CredentialHash == hash, token).ConfigureAwait(false) is { } row ? ToDetails(row) : null,
            cancellationToken);
    }

    /// <summary>Adds a passkey whose public key the caller has checked.</summary>
    /// <param name="passkey">The passkey; number and instants do not count.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The passkey as it is stored, or what is wrong.</returns>
    public async Task<Outcome<PasskeyDetails>> AddAsync(PasskeyDetails passkey, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(passkey);
        var name = passkey.Name.Trim();
        if (UserRows.ProblemOfName(name, LongestName, NameIsMissing) is { } problem)
        {
            return new Outcome<PasskeyDetails>.Invalid([problem]);
        }

        var row = new Passkey
        {
            UserId = passkey.UserId,
            Name = name,
            CredentialId = Base64Url.EncodeToString(passkey.CredentialId.Span),
            CredentialHash = HashOf(passkey.CredentialId),
            Data = passkey.Data,
            SignCount = passkey.SignCount,
            CreatedAt = _session.Now,
        };
        try
        {
            return await UserRows.WriteAsync(_session, database => AddRowAsync(database, row, cancellationToken), cancellationToken).ConfigureAwait(false)
                ? new Outcome<PasskeyDetails>.Saved(ToDetails(row))
                : new Outcome<PasskeyDetails>.Refused(new Problem(null, ProblemCode.TooMany, $"You have {MostPasskeys} passkeys; remove those that you do not need."));
        }
        catch (Exception exception) when (_session.Database.FaultOf(exception) == StorageFault.Duplicate)
        {
            return new Outcome<PasskeyDetails>.Invalid([new Problem("CredentialId", ProblemCode.Taken, "This passkey is known already.")]);
        }
    }

    /// <summary>Calls a passkey something else.</summary>
    /// <param name="userId">Whose it is.</param>
    /// <param name="id">Number of the passkey.</param>
    /// <param name="name">The name, 1 to 100 characters.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether there was one, or what is wrong with the name.</returns>
    public async Task<Outcome<bool>> RenameAsync(int userId, int id, string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        name = name.Trim();
        if (UserRows.ProblemOfName(name, LongestName, NameIsMissing) is { } problem)
        {
            return new Outcome<bool>.Invalid([problem]);
        }

        return new Outcome<bool>.Saved(await UserRows.WriteAsync(
            _session,
            database => database.Passkeys.Where(row => row.UserId == userId && row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Name, name), cancellationToken),
            cancellationToken).ConfigureAwait(false) > 0);
    }

    /// <summary>Removes a passkey: nobody signs in with it any more.</summary>
    /// <param name="userId">Whose it is.</param>
    /// <param name="id">Number of the passkey.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether there was one.</returns>
    public Task<bool> RemoveAsync(int userId, int id, CancellationToken cancellationToken = default) => UserRows.WriteAsync(
        _session,
        async database =>
        {
            var name = await database.Passkeys.Where(row => row.UserId == userId && row.Id == id).Select(row => row.Name).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
            var isRemoved = await database.Passkeys.Where(row => row.UserId == userId && row.Id == id).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false) > 0;
            if (isRemoved)
            {
                await AuditWriter.AddAsync(database, AuditKind.PasskeyRemoved, name, $"of {await UserRows.NameOfAsync(database, userId, cancellationToken).ConfigureAwait(false)}", cancellationToken).ConfigureAwait(false);
            }

            return isRemoved;
        },
        cancellationToken);

    /// <summary>Notes that a passkey was used. A count that a device has told before is that of a copy of it.</summary>
    /// <param name="id">Number of the passkey.</param>
    /// <param name="signCount">How often the device says that it was used; 0 where it does not count.</param>
    /// <param name="data">What the caller needs from now on to check an answer (<see cref="PasskeyDetails.Data"/>).</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False when the passkey is gone, or the count is not above the one before.</returns>
    public async Task<bool> UseAsync(int id, long signCount, string data, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        var now = _session.Now;
        return await UserRows.WriteAsync(
            _session,
            database => database.Passkeys.Where(row => row.Id == id && (row.SignCount < signCount || (row.SignCount == 0 && signCount == 0)))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.SignCount, signCount).SetProperty(row => row.Data, data).SetProperty(row => row.LastUsedAt, now), cancellationToken),
            cancellationToken).ConfigureAwait(false) > 0;
    }

    /// <summary>Remembers what a device is asked, for five minutes.</summary>
    /// <param name="userId">Who is asked; null when anybody may answer.</param>
    /// <param name="purpose">What for, at most 50 characters.</param>
    /// <param name="state">What the caller needs when the device has answered.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>By which it is taken (<see cref="TakeChallengeAsync"/>), also through another host of this database: 43 letters, digits, - and _. The database has no more than its hash.</returns>
    public async Task<string> KeepChallengeAsync(int? userId, string purpose, string state, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        ArgumentNullException.ThrowIfNull(state);
        var (secret, now) = (Secret.Create(), _session.Now);
        await UserRows.WriteAsync(
            _session,
            async database =>
            {
                await database.Challenges.Where(row => row.ValidUntil <= now).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
                database.Challenges.Add(new Challenge { KeyHash = Secret.HashOf(secret), UserId = userId, Purpose = purpose, State = state, ValidUntil = now + ChallengeLife });
                return await database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        return secret;
    }

    /// <summary>Takes what was remembered; it cannot be taken again.</summary>
    /// <param name="key">What <see cref="KeepChallengeAsync"/> gave.</param>
    /// <param name="userId">Who was asked; null when anybody might answer.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What was remembered; null when there is nothing, it was taken, is too old, or was about something else.</returns>
    public async Task<string?> TakeChallengeAsync(string key, int? userId, string purpose, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        var (hash, now) = (Secret.HashOf(key), _session.Now);
        var state = await _session.ReadAsync(
            (database, token) => database.Challenges.Where(row => row.KeyHash == hash && row.UserId == userId && row.Purpose == purpose && row.ValidUntil > now).Select(row => row.State).SingleOrDefaultAsync(token),
            cancellationToken).ConfigureAwait(false);

        // Of several who ask at once, one deletes the row.
        var isTaken = state is not null && await UserRows.WriteAsync(_session, database => database.Challenges.Where(row => row.KeyHash == hash).ExecuteDeleteAsync(cancellationToken), cancellationToken).ConfigureAwait(false) > 0;
        return isTaken ? state : null;
    }

    // The id is too long for an index.
    private static string HashOf(ReadOnlyMemory<byte> credentialId) => Convert.ToHexStringLower(SHA256.HashData(credentialId.Span));

    private static async Task<bool> AddRowAsync(BudgetDbContext database, Passkey row, CancellationToken cancellationToken)
    {
        if (await database.Passkeys.CountAsync(passkey => passkey.UserId == row.UserId, cancellationToken).ConfigureAwait(false) >= MostPasskeys)
        {
            return false;
        }

        database.Passkeys.Add(row);
        await database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        await AuditWriter.AddAsync(database, AuditKind.PasskeyAdded, row.Name, $"of {await UserRows.NameOfAsync(database, row.UserId, cancellationToken).ConfigureAwait(false)}", cancellationToken).ConfigureAwait(false);
        return true;
    }

    private static PasskeyDetails ToDetails(Passkey row) => new()
    {
        Id = row.Id,
        UserId = row.UserId,
        Name = row.Name,
        CredentialId = Base64Url.DecodeFromChars(row.CredentialId),
        Data = row.Data,
        SignCount = row.SignCount,
        CreatedAt = row.CreatedAt,
        LastUsedAt = row.LastUsedAt,
    };
}
