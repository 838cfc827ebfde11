namespace BiweeklyBudget.Hosting.Tests.Api;

/// <summary>What a field of a form takes.</summary>
internal enum FieldKind
{
    Amount,
    OptionalAmount,
    Date,
    Reference,
    OptionalReference,
    RowId,
    Flag,
    Text,
    OptionalText,
    Choice,
    WholeNumber,
    Measured,
    Quantity,
    Cost,
    Splits,
    Json,
    Pattern,
}
