using BiweeklyBudget.Core.Audit;
using BiweeklyBudget.Core.Changes;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Hosting.Features.History;
using BiweeklyBudget.Hosting.Features.SignIn;

namespace BiweeklyBudget.Hosting.Features.Audit;

/// <summary>What an entry of the audit log says, in a person's words.</summary>
internal static class AuditText
{
    // What the engine says of a restore or a backup before it begins.
    private const string Begun = "begun";

    /// <summary>Kinds to choose from, in words.</summary>
    public static IReadOnlyList<(AuditKind Kind, string Text)> Kinds { get; } =
    [
        (AuditKind.Change, "Money data"), (AuditKind.Settings, "Settings"), (AuditKind.SignIn, "Signed in"), (AuditKind.SignInFailed, "Not let in"), (AuditKind.ConfirmationFailed, "Password not confirmed"),
        (AuditKind.SignOut, "Signed out"), (AuditKind.PasswordSet, "Password set"), (AuditKind.SecondFactorSet, "Codes of an app set up"), (AuditKind.SecondFactorRemoved, "Codes of an app taken away"),
        (AuditKind.RecoveryCodeUsed, "Recovery code used"), (AuditKind.PasskeyAdded, "Passkey added"), (AuditKind.PasskeyRemoved, "Passkey removed"), (AuditKind.UserAdded, "Person added"),
        (AuditKind.UserReset, "Code given"), (AuditKind.UserDisabled, "Let in no more"), (AuditKind.UserEnabled, "Let in again"), (AuditKind.RoleSet, "May do something else"), (AuditKind.TokenMade, "Token made"), (AuditKind.TokenRevoked, "Token revoked"),
        (AuditKind.Export, "Downloaded"), (AuditKind.Backup, "Backup"), (AuditKind.Restore, "Restored"),
    ];

    /// <summary>What was done.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="change">The change that it is about; null for none, or where it is not there any more.</param>
    public static string Heading(AuditEntry entry, ChangeDetails? change) => entry.Kind switch
    {
        AuditKind.Change or AuditKind.Settings => change is null ? $"{WordOf(entry.Kind)} changed, before a restore" : ChangeWords.Heading(change),
        AuditKind.Restore when entry.Details == Begun => $"Restoring begun: {entry.Subject}",
        AuditKind.Backup when entry.Details == Begun => "Backup begun",
        AuditKind.Other => "Something that a newer version of the program knows",
        AuditKind.SignIn => "Signed in",
        AuditKind.SignInFailed => entry.Subject is null ? "Somebody was not let in" : $"Was not let in as {entry.Subject}",
        AuditKind.SignOut when entry.Subject == entry.Who => "Signed out",
        _ => entry.Subject is null || (entry.Subject == entry.Who && entry.Kind != AuditKind.UserAdded) ? WordOf(entry.Kind) : $"{WordOf(entry.Kind)}: {entry.Subject}",
    };

    /// <summary>More of it; null for nothing.</summary>
    public static string? Details(AuditEntry entry) => entry.Kind is AuditKind.SignIn or AuditKind.SignOut && entry.Details is { } device ? DeviceText.Of(device) : entry.Details == Begun ? null : entry.Details;

    private static string WordOf(AuditKind kind) => Kinds.Where(known => known.Kind == kind).Select(known => known.Text).FirstOrDefault() ?? kind.ToString();
}
