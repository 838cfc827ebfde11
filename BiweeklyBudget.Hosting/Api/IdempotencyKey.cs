using System.Diagnostics.CodeAnalysis;
using System.Text;
using BiweeklyBudget.Core.Saving;
using Microsoft.Extensions.Primitives;

namespace BiweeklyBudget.Hosting.Api;

/// <summary>
/// The header <c>Idempotency-Key</c> (draft-ietf-httpapi-idempotency-key-header): a string in quotes as the draft has it, with <c>\"</c> and <c>\\</c> inside, or the same
/// without them as most clients send it.
/// </summary>
internal static class IdempotencyKey
{
    /// <summary>Name of the header.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>Reads the header.</summary>
    /// <param name="values">What was sent.</param>
    /// <param name="key">The key without quotes.</param>
    /// <returns>Whether it is one key of 1 to 255 printable ASCII characters.</returns>
    public static bool TryRead(StringValues values, [NotNullWhen(true)] out string? key)
    {
        key = values is [{ } one] ? Unquoted(one.Trim(' ')) : null;
        return RequestKey.IsValid(key);
    }

    private static string? Unquoted(string text)
    {
        if (!text.StartsWith('"'))
        {
            return text;
        }

        var key = new StringBuilder(text.Length);
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                return i == text.Length - 1 ? key.ToString() : null;
            }

            if (text[i] == '\\' && (++i == text.Length || text[i] is not ('"' or '\\')))
            {
                return null;
            }

            key.Append(text[i]);
        }

        return null;
    }
}
