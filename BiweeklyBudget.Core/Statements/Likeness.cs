namespace BiweeklyBudget.Core.Statements;

/// <summary>How much two movements of one FITID are alike, from different movements to the same one in every word (docs/adr/0026).</summary>
internal enum Likeness
{
    /// <summary>Different movements.</summary>
    None,

    /// <summary>The same one after the bank corrected its amount, its text or its day: at most ten days apart, and only one of amount and text changed.</summary>
    Corrected,

    /// <summary>The same one: day and amount agree.</summary>
    Same,

    /// <summary>The same one, and the text agrees too.</summary>
    Equal,
}
