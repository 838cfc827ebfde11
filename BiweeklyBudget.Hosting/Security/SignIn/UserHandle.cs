using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BiweeklyBudget.Core.Users;

namespace BiweeklyBudget.Hosting.Security.SignIn;

/// <summary>
/// What devices and browsers know a user by. It says nothing of him, and is another one in another database of the same host name: "1" would make a passkey of one book replace that of another.
/// </summary>
internal static class UserHandle
{
    private const int Bytes = 16;

    /// <summary>The handle of a user as he is stored: 22 letters, digits, - and _.</summary>
    public static string Of(UserDetails user) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"bb-user/{user.Id}/{user.CreatedAt:O}/{user.Name}"))).AsSpan(0, Bytes));
}
