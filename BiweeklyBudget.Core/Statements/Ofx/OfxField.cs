namespace BiweeklyBudget.Core.Statements.Ofx;

/// <summary>An element without elements in it.</summary>
/// <param name="Text">Its text, trimmed.</param>
/// <param name="Line">Its line, from 1.</param>
internal readonly record struct OfxField(string Text, int Line);
