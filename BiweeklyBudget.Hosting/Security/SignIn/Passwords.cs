using BiweeklyBudget.Core.Users;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace BiweeklyBudget.Hosting.Security.SignIn;

/// <summary>Passwords: which ones are good enough, and their hashes (PBKDF2 with HMAC-SHA512, ASP.NET Core Identity's).</summary>
internal static class Passwords
{
    /// <summary>Fewest characters.</summary>
    public const int Shortest = 12;

    /// <summary>Most characters.</summary>
    public const int Longest = 128;

    // OWASP's figure for PBKDF2-HMAC-SHA512.
    private const int Rounds = 210_000;

    // zxcvbn's estimate of the guesses it takes, as a power of two: by lists of leaked passwords, names, words, dates, keyboard patterns and what people do to them. A thousand million guesses are years where
    // twenty a minute are looked at.
    private const double LeastBits = 30;

    // Its work grows with the square of the length; a long password is good by then.
    private const int LongestJudged = 40;

    private static readonly PasswordHasher<string> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));

    // Compared with where there is no user, so that it takes as long.
    private static readonly Lazy<string> Nobody = new(() => Hasher.HashPassword("", UserSection.CreateCode()));

    /// <summary>What is wrong with a password that somebody chooses; null when nothing is.</summary>
    /// <param name="password">The password.</param>
    /// <param name="words">What an attacker would try first for this user: the name.</param>
    public static string? FaultOf(string? password, params string[] words) => password switch
    {
        null or { Length: < Shortest } => $"Please choose a password of at least {Shortest} characters: a few words that only you would put together.",
        { Length: > Longest } => $"The password may have {Longest} characters.",
        _ when Zxcvbn.Zxcvbn.MatchPassword(password.Length > LongestJudged ? password[..LongestJudged] : password, [.. words, "biweeklybudget", "budget"]).Entropy < LeastBits =>
            "This password is easy to guess: it is on a list of known passwords, or made of what everybody would try. Please choose another one.",
        _ => null,
    };

    /// <summary>The hash to store.</summary>
    public static string Hash(string password) => Hasher.HashPassword("", password);

    /// <summary>Whether a password is the one of a hash.</summary>
    /// <param name="hash">The hash; null where there is none, which takes as long as a wrong one.</param>
    /// <param name="password">What was typed.</param>
    public static bool IsRight(string? hash, string password) =>
        Hasher.VerifyHashedPassword("", hash ?? Nobody.Value, password.Length > Longest ? "" : password) != PasswordVerificationResult.Failed && hash is not null;
}
