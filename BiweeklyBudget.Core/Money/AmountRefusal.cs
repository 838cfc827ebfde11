namespace BiweeklyBudget.Core.Money;

/// <summary>Why a text was not taken for an amount.</summary>
public enum AmountRefusal
{
    /// <summary>It is blank.</summary>
    Blank,

    /// <summary>It is neither an amount nor a sum of amounts.</summary>
    NotAnAmount,

    /// <summary>It could mean different amounts, or its marks stand where the locale has none: 10,00 in the United States.</summary>
    Unclear,

    /// <summary>It has more decimals than the amount can have.</summary>
    TooManyDecimals,

    /// <summary>Its division does not come out at an amount.</summary>
    Uneven,

    /// <summary>It is too large to be stored.</summary>
    TooLarge,
}
