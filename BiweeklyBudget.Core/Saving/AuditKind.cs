namespace BiweeklyBudget.Core.Saving;

/// <summary>What an entry of the audit log says that was done.</summary>
public enum AuditKind
{
    /// <summary>Something that this version of the program does not know.</summary>
    Other,

    /// <summary>Somebody signed in in a browser.</summary>
    SignIn,

    /// <summary>Somebody was not let in.</summary>
    SignInFailed,

    /// <summary>Somebody who was signed in did not know the password when it was asked for again.</summary>
    ConfirmationFailed,

    /// <summary>A browser was signed out, by its user or by another one.</summary>
    SignOut,

    /// <summary>A password was set.</summary>
    PasswordSet,

    /// <summary>Signing in takes a code too from then on.</summary>
    SecondFactorSet,

    /// <summary>Signing in takes no code any more.</summary>
    SecondFactorRemoved,

    /// <summary>A recovery code was used up.</summary>
    RecoveryCodeUsed,

    /// <summary>A passkey was added.</summary>
    PasskeyAdded,

    /// <summary>A passkey was removed.</summary>
    PasskeyRemoved,

    /// <summary>A user was added.</summary>
    UserAdded,

    /// <summary>Password, second factor, sessions and tokens were taken from a user, who was given a code.</summary>
    UserReset,

    /// <summary>A user may sign in no more.</summary>
    UserDisabled,

    /// <summary>A user may sign in again.</summary>
    UserEnabled,

    /// <summary>A token for a script was made.</summary>
    TokenMade,

    /// <summary>A token for a script was revoked.</summary>
    TokenRevoked,

    /// <summary>Data was downloaded as a file.</summary>
    Export,

    /// <summary>A backup was made or downloaded.</summary>
    Backup,

    /// <summary>All data was replaced by that of a backup or of another database.</summary>
    Restore,

    /// <summary>Settings were changed.</summary>
    Settings,

    /// <summary>Money data was changed.</summary>
    Change,

    /// <summary>What somebody may do was changed.</summary>
    RoleSet,
}
