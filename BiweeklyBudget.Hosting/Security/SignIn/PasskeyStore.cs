using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Users;
using Microsoft.AspNetCore.Identity;

namespace BiweeklyBudget.Hosting.Security.SignIn;

/// <summary>Where ASP.NET Core Identity looks for passkeys: in the book. It reads; what it found is stored by <see cref="PasskeyCeremonies"/>.</summary>
internal sealed class PasskeyStore(BudgetBook book) : IUserPasskeyStore<UserDetails>
{
    public Task<string> GetUserIdAsync(UserDetails user, CancellationToken cancellationToken) => Task.FromResult(UserHandle.Of(user));

    public Task<string?> GetUserNameAsync(UserDetails user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Name);

    public Task<string?> GetNormalizedUserNameAsync(UserDetails user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Name);

    // A household is a handful.
    public async Task<UserDetails?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        (await book.Users.ListAsync(cancellationToken)).FirstOrDefault(user => UserHandle.Of(user) == userId);

    public Task<UserDetails?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => book.Users.FindAsync(normalizedUserName, cancellationToken);

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(UserDetails user, CancellationToken cancellationToken) =>
        [.. (await book.Passkeys.ListAsync(user.Id, cancellationToken)).Select(ToInfo)];

    public async Task<UserDetails?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await book.Passkeys.FindAsync(credentialId, cancellationToken) is { } passkey ? (await book.Users.ListAsync(cancellationToken)).FirstOrDefault(user => user.Id == passkey.UserId) : null;

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(UserDetails user, byte[] credentialId, CancellationToken cancellationToken) =>
        await book.Passkeys.FindAsync(credentialId, cancellationToken) is { } passkey && passkey.UserId == user.Id ? ToInfo(passkey) : null;

    public Task AddOrUpdatePasskeyAsync(UserDetails user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task RemovePasskeyAsync(UserDetails user, byte[] credentialId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task SetUserNameAsync(UserDetails user, string? userName, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task SetNormalizedUserNameAsync(UserDetails user, string? normalizedName, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IdentityResult> CreateAsync(UserDetails user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IdentityResult> UpdateAsync(UserDetails user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IdentityResult> DeleteAsync(UserDetails user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public void Dispose()
    {
        // The book is the request's.
    }

    // What a device sent when it made the passkey is checked then and kept no longer.
    private static UserPasskeyInfo ToInfo(PasskeyDetails passkey)
    {
        var data = PasskeyData.Read(passkey.Data);
        return new UserPasskeyInfo(
            passkey.CredentialId.ToArray(),
            data.PublicKey,
            new DateTimeOffset(passkey.CreatedAt, TimeSpan.Zero),
            (uint)passkey.SignCount,
            data.Transports,
            isUserVerified: true,
            data.IsBackupEligible,
            data.IsBackedUp,
            attestationObject: [],
            clientDataJson: [])
        {
            Name = passkey.Name,
        };
    }
}
