namespace BiweeklyBudget.Core.Storage;

/// <summary>A backup that was made by itself and verified: it was restored into a throw-away database and compared.</summary>
/// <param name="At">When it was finished, UTC, in whole seconds.</param>
/// <param name="Reason">Why it was made: <c>daily</c>, <c>before an upgrade</c>, <c>before an interrupted upgrade went on</c>.</param>
/// <param name="File">Full path of the file on the machine that made it.</param>
/// <param name="Bytes">The file's size.</param>
public sealed record MadeBackup(DateTime At, string Reason, string File, long Bytes);
