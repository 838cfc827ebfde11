using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Users;

/// <summary>What else than a password signing in takes, for users who want it: <c>book.SecondFactors</c>. The caller makes and checks codes of time steps (RFC 6238); that none counts twice is seen to here.</summary>
public sealed class SecondFactorSection
{
    private const int Codes = 10;
    private const int CodeGroups = 5;

    private readonly BookSession _session;

    internal SecondFactorSection(BookSession session) => _session = session;

    /// <summary>What is stored of it.</summary>
    /// <param name="userId">Number of the user.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>What was given to <see cref="SetAsync"/>; null when the user has none.</returns>
    public Task<string?> FindAsync(int userId, CancellationToken cancellationToken = default) =>
        _session.ReadAsync((database, token) => database.Users.Where(user => user.Id == userId).Select(user => user.SecondFactor).SingleOrDefaultAsync(token), cancellationToken);

    /// <summary>Sets it up.</summary>
    /// <param name="userId">Number of the user.</param>
    /// <param name="secondFactor">What is stored of it, at most 254 characters; encrypted by the caller.</param>
    /// <param name="step">The time step whose code was used for this.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Ten codes that stand in for it, each once; nobody can be told them again.</returns>
    public async Task<IReadOnlyList<string>> SetAsync(int userId, string secondFactor, long step, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(secondFactor);
        string[] codes = [.. Enumerable.Range(0, Codes).Select(_ => Secret.CreateTyped(CodeGroups))];
        await UserRows.WriteAsync(
            _session,
            async database =>
            {
                await database.RecoveryCodes.Where(recovery => recovery.UserId == userId).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
                database.RecoveryCodes.AddRange(codes.Select(code => new RecoveryCode { UserId = userId, CodeHash = Secret.HashOf(code) }));
                await database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
                var count = await database.Users.Where(user => user.Id == userId)
                    .ExecuteUpdateAsync(set => set.SetProperty(user => user.SecondFactor, secondFactor).SetProperty(user => user.SecondFactorStep, step), cancellationToken).ConfigureAwait(false);
                await AuditWriter.AddAsync(database, AuditKind.SecondFactorSet, await UserRows.NameOfAsync(database, userId, cancellationToken).ConfigureAwait(false), details: null, cancellationToken).ConfigureAwait(false);
                return count;
            },
            cancellationToken).ConfigureAwait(false);
        return codes;
    }

    /// <summary>Takes it away.</summary>
    /// <param name="userId">Number of the user.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>When it is stored.</returns>
    public Task RemoveAsync(int userId, CancellationToken cancellationToken = default) => UserRows.WriteAsync(
        _session,
        async database =>
        {
            await database.RecoveryCodes.Where(recovery => recovery.UserId == userId).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
            var count = await database.Users.Where(user => user.Id == userId)
                .ExecuteUpdateAsync(set => set.SetProperty(user => user.SecondFactor, (string?)null).SetProperty(user => user.SecondFactorStep, (long?)null), cancellationToken).ConfigureAwait(false);
            await AuditWriter.AddAsync(database, AuditKind.SecondFactorRemoved, await UserRows.NameOfAsync(database, userId, cancellationToken).ConfigureAwait(false), details: null, cancellationToken).ConfigureAwait(false);
            return count;
        },
        cancellationToken);

    /// <summary>Notes that the code of a time step was used.</summary>
    /// <param name="userId">Number of the user.</param>
    /// <param name="step">The time step.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False when it, or a later one, was used before.</returns>
    public async Task<bool> UseStepAsync(int userId, long step, CancellationToken cancellationToken = default) => await UserRows.WriteAsync(
        _session,
        database => database.Users.Where(user => user.Id == userId && (user.SecondFactorStep == null || user.SecondFactorStep < step)).ExecuteUpdateAsync(set => set.SetProperty(user => user.SecondFactorStep, step), cancellationToken),
        cancellationToken).ConfigureAwait(false) > 0;

    /// <summary>Uses up a code that stands in.</summary>
    /// <param name="userId">Number of the user.</param>
    /// <param name="code">What was typed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it was one.</returns>
    public async Task<bool> UseRecoveryCodeAsync(int userId, string code, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        var hash = Secret.HashOf(Secret.Normalize(code));
        return await UserRows.WriteAsync(
            _session,
            async database =>
            {
                var count = await database.RecoveryCodes.Where(recovery => recovery.UserId == userId && recovery.CodeHash == hash).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
                if (count > 0)
                {
                    var name = await UserRows.NameOfAsync(database, userId, cancellationToken).ConfigureAwait(false);
                    await AuditWriter.AddAsync(database, name, AuditKind.RecoveryCodeUsed, name, details: null, cancellationToken).ConfigureAwait(false);
                }

                return count;
            },
            cancellationToken).ConfigureAwait(false) > 0;
    }
}
