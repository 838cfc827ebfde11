namespace BiweeklyBudget.Core.Storage;

/// <summary>What tells whether anybody has written since a state of the database was read.</summary>
/// <param name="Changes">How many saves above a certain number the record of changes holds, in the state that is read.</param>
/// <param name="LastChange">The greatest number among them; 0 when there are none.</param>
/// <param name="Writes">Differs from an earlier one when some program has written to the tables meanwhile, ours or another; equal ones say little where the engine knows nothing better.</param>
/// <param name="IsSettled">Whether the next write will make another <paramref name="Writes"/> for certain; false when the last one was in this very second.</param>
/// <param name="LastSettings">The last save that changed one of the settings that the database holds; 0 when there is none.</param>
internal readonly record struct WriteMark(int Changes, long LastChange, string Writes, bool IsSettled, long LastSettings);
