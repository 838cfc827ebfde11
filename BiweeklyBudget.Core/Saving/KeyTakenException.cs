namespace BiweeklyBudget.Core.Saving;

/// <summary>Another save has the same key, and its transaction was faster.</summary>
/// <param name="innerException">What the engine said of the key.</param>
internal sealed class KeyTakenException(Exception innerException) : Exception("A save with this key is stored already.", innerException);
