namespace BiweeklyBudget.Core.Saving;

/// <summary>How a kind of entry of the audit log is stored: its name in small letters, with hyphens.</summary>
internal static class AuditWords
{
    /// <summary>What an entry says of a backup or a restore that was begun. That it was done is another entry; where there is none, it was not.</summary>
    public const string Begun = "begun";

    /// <summary>How an entry begins that says of a restore that it was done.</summary>
    public const string Done = "done";

    private static readonly Dictionary<AuditKind, string> Texts = Enum.GetValues<AuditKind>().ToDictionary(kind => kind, Hyphened);

    private static readonly Dictionary<string, AuditKind> Kinds = Texts.ToDictionary(text => text.Value, text => text.Key, StringComparer.Ordinal);

    /// <summary>As it is stored.</summary>
    public static string Of(AuditKind kind) => Texts[kind];

    /// <summary>As it was stored; what a newer program stored is <see cref="AuditKind.Other"/>.</summary>
    public static AuditKind Of(string text) => Kinds.GetValueOrDefault(text, AuditKind.Other);

    private static string Hyphened(AuditKind kind) =>
        string.Concat(kind.ToString().Select((letter, place) => char.IsUpper(letter) ? (place > 0 ? "-" : "") + char.ToLowerInvariant(letter) : letter.ToString()));
}
