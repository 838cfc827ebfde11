namespace BiweeklyBudget.Core.Statements;

/// <summary>An account whose statements a program may download.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">Its name.</param>
/// <param name="VaultPath">Where its credentials are kept.</param>
/// <param name="Configuration">The download's settings as they are stored, any JSON; <c>{}</c> when what is stored is none, nests deeper than 64 or holds text that is no Unicode.</param>
/// <param name="AppendsMemoToName">Whether the memo is appended to the name.</param>
public sealed record DownloadAccount(int Id, string? Name, string? VaultPath, System.Text.Json.JsonElement Configuration, bool AppendsMemoToName);
