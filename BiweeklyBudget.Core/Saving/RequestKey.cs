using System.Security.Cryptography;
using System.Text;

namespace BiweeklyBudget.Core.Saving;

/// <summary>
/// A name that a caller gives to one thing it wants saved, so that it is saved once however often it is asked for (<see cref="BudgetBook.UseKeyAsync"/>):
/// a random one for each action of a person, or the id of the message or order that is being worked on.
/// </summary>
public sealed record RequestKey
{
    /// <summary>Most characters of a key.</summary>
    public const int LongestValue = 255;

    /// <summary>Names a request.</summary>
    /// <param name="value">The key: 1 to 255 printable ASCII characters, the blank among them. Nobody else may use it in the database for at least a week.</param>
    /// <param name="request">What is asked for, as text of any length, for example the command as JSON. Asking for something else with the same key is refused.</param>
    /// <exception cref="ArgumentException">The key is empty, too long, or has other characters.</exception>
    public RequestKey(string value, string request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!IsValid(value))
        {
            throw new ArgumentException("A key is 1 to 255 printable ASCII characters.", nameof(value));
        }

        KeyHash = HashOf(value);
        RequestHash = HashOf(request);
    }

    /// <summary>The key is kept as its hash: one length whatever it is, and nothing of its text.</summary>
    internal string KeyHash { get; }

    internal string RequestHash { get; }

    /// <summary>Whether a text can be a key.</summary>
    /// <param name="value">The text.</param>
    /// <returns>Whether it is 1 to 255 printable ASCII characters.</returns>
    public static bool IsValid([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] string? value) => value is { Length: >= 1 and <= LongestValue } && value.All(character => character is >= ' ' and <= '~');

    /// <summary>Says nothing of the key.</summary>
    /// <returns>The beginning of its hash, for logs.</returns>
    public override string ToString() => $"{nameof(RequestKey)} {KeyHash.AsSpan(0, 8)}";

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
