namespace BiweeklyBudget.Core.Saving;

/// <summary>Another save has the same key, and its transaction was faster.</summary>
internal sealed class KeyTakenException() : Exception("A save with this key is stored already.");
