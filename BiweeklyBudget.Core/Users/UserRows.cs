using System.Security.Cryptography;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Users;

/// <summary>What the sections of users share: how a row is shown, and how it is changed without a record of the change.</summary>
internal static class UserRows
{
    private const int Attempts = 4;

    /// <summary>Writes in one transaction of the database, which no record of changes is made of. When others are in the way, it is done again.</summary>
    /// <typeparam name="T">What becomes of it.</typeparam>
    /// <param name="session">The book.</param>
    /// <param name="write">Writes; the entry of the audit log comes last.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task<T> WriteAsync<T>(BookSession session, Func<BudgetDbContext, Task<T>> write, CancellationToken cancellationToken) => session.RunAsync(async database =>
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await WriteOnceAsync(database, write, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (attempt < Attempts && database.FaultOf(exception) == StorageFault.Busy)
            {
                // Not the application's clock: a frozen one must not stop the program.
                await Task.Delay(RandomNumberGenerator.GetInt32(5, 25 * attempt), cancellationToken).ConfigureAwait(false);
            }
        }
    });

    /// <summary>Name of a user for the audit log; null when there is none.</summary>
    public static Task<string?> NameOfAsync(BudgetDbContext database, int userId, CancellationToken cancellationToken) =>
        database.Users.Where(user => user.Id == userId).Select(user => user.Name).SingleOrDefaultAsync(cancellationToken);

    /// <summary>As it is shown.</summary>
    public static UserDetails ToDetails(User row) => new()
    {
        Id = row.Id,
        Name = row.Name,
        Role = RoleOf(row.Role),
        IsDisabled = row.IsDisabled,
        HasPassword = row.PasswordHash is not null,
        HasSecondFactor = row.SecondFactor is not null,
        CreatedAt = row.CreatedAt,
    };

    /// <summary>As it is stored.</summary>
    public static string TextOf(UserRole role) => role switch
    {
        UserRole.Owner => "owner",
        UserRole.Member => "member",
        _ => "read-only",
    };

    private static async Task<T> WriteOnceAsync<T>(BudgetDbContext database, Func<BudgetDbContext, Task<T>> write, CancellationToken cancellationToken)
    {
        try
        {
            var transaction = await database.BeginSaveAsync(cancellationToken).ConfigureAwait(false);
            await using var ended = transaction.ConfigureAwait(false);
            var result = await write(database).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            return result;
        }
        finally
        {
            database.ChangeTracker.Clear();
        }
    }

    // What a newer program stored is the least that there is.
    private static UserRole RoleOf(string text) => text switch
    {
        "owner" => UserRole.Owner,
        "member" => UserRole.Member,
        _ => UserRole.ReadOnly,
    };

    /// <summary>Ends all sessions of a user, but for one.</summary>
    public static Task<int> EndSessionsAsync(BudgetDbContext database, int userId, string? except, CancellationToken cancellationToken) =>
        database.Sessions.Where(session => session.UserId == userId && session.KeyHash != except).ExecuteDeleteAsync(cancellationToken);

    /// <summary>What is wrong with the name of somebody or something; null for nothing.</summary>
    /// <param name="name">The name, without spaces around it.</param>
    /// <param name="longest">Characters that it may have.</param>
    /// <param name="missing">What is said where there is none.</param>
    public static Problem? ProblemOfName(string name, int longest, string missing) => name switch
    {
        "" => new Problem("Name", ProblemCode.Missing, missing),
        _ when TextLength.Of(name) > longest => new Problem("Name", ProblemCode.TooLong, $"The name may have {longest} characters."),
        _ when !TextLength.IsValid(name) || name.Any(char.IsControl) => new Problem("Name", ProblemCode.BadFormat, "The name has characters that cannot be used in one."),
        _ => null,
    };
}
