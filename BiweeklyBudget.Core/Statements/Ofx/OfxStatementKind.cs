namespace BiweeklyBudget.Core.Statements.Ofx;

/// <summary>Kinds of statements, in the order in which they are numbered in a file. The names are stored.</summary>
public enum OfxStatementKind
{
    /// <summary>Of a bank account.</summary>
    Bank,

    /// <summary>Of a credit card.</summary>
    CreditCard,

    /// <summary>Of investments.</summary>
    Investment,
}
