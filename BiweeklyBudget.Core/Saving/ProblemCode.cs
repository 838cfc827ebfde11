namespace BiweeklyBudget.Core.Saving;

/// <summary>Kinds of problems that a command may have.</summary>
public enum ProblemCode
{
    /// <summary>Something that must be given is empty.</summary>
    Missing,

    /// <summary>A text is longer than its column.</summary>
    TooLong,

    /// <summary>Too many entries.</summary>
    TooMany,

    /// <summary>A value outside the range that the property allows.</summary>
    OutOfRange,

    /// <summary>A text that does not have the form that is asked for: a pattern, JSON, a name out of a list.</summary>
    BadFormat,

    /// <summary>Two parts of the command that do not fit each other.</summary>
    Contradiction,

    /// <summary>The sum of the splits is not the transaction's amount.</summary>
    SumDiffers,

    /// <summary>Somebody else has it: a unique name, an account at Plaid.</summary>
    Taken,

    /// <summary>A row that the command names does not exist.</summary>
    NotFound,

    /// <summary>A row that the command names is inactive.</summary>
    Inactive,

    /// <summary>A row that the command names is of a kind that this cannot be done with.</summary>
    WrongKind,

    /// <summary>What was shown to the user has changed meanwhile.</summary>
    Outdated,

    /// <summary>Something else that is stored depends on it.</summary>
    InUse,

    /// <summary>A reconciled row cannot be changed or reconciled again.</summary>
    Reconciled,

    /// <summary>The same was done before, and doing it again would double it.</summary>
    Repeated,

    /// <summary>The file or text cannot be read.</summary>
    Unreadable,

    /// <summary>Characters that the database's character set cannot store.</summary>
    Unstorable,

    /// <summary>Other writers held the database for too long. Trying again may help.</summary>
    Busy,
}
