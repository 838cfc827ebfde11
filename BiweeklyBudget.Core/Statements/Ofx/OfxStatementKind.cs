namespace BiweeklyBudget.Core.Statements.Ofx;

/// <summary>Kinds of statements, in the order in which one is chosen (spec/bank-data.md §1.2). The names are stored.</summary>
public enum OfxStatementKind
{
    /// <summary>STMTRS.</summary>
    Bank,

    /// <summary>CCSTMTRS.</summary>
    CreditCard,

    /// <summary>INVSTMTRS.</summary>
    Investment,
}
