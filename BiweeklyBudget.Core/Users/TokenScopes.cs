namespace BiweeklyBudget.Core.Users;

/// <summary>What a script's token is good for. It never does what its user may not do.</summary>
[Flags]
public enum TokenScopes
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>See everything.</summary>
    Read = 1,

    /// <summary>Save. It includes uploading statements, but not reading.</summary>
    Write = 2,

    /// <summary>Upload statements, and ask which accounts there are to upload them to; nothing else.</summary>
    Statements = 4,
}
