namespace BiweeklyBudget.Core.Storage.Streaming;

/// <summary>A table cannot hold a row of a backup as it is.</summary>
/// <param name="table">The table's name.</param>
/// <param name="reason">Why, without a value of the row.</param>
/// <param name="innerException">What the engine said, if anything.</param>
internal sealed class RowNotStorableException(string table, string reason, Exception? innerException = null) : Exception($"The table {table} cannot hold the rows: {reason}.", innerException);
