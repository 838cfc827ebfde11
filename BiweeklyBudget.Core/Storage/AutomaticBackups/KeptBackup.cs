namespace BiweeklyBudget.Core.Storage.AutomaticBackups;

/// <summary>A backup in the folder for automatic ones (<see cref="BudgetEngine.ListBackups"/>).</summary>
/// <param name="Name">The file's name.</param>
/// <param name="At">When it was begun, UTC, in whole seconds.</param>
/// <param name="Reason">Why it was made: <c>daily</c>, <c>before an upgrade</c>, <c>before an upgrade was tried again</c>, <c>asked for</c>, <c>before a restore</c>.</param>
/// <param name="Bytes">The file's size.</param>
/// <param name="IsVerified">Whether it was restored for a trial and compared.</param>
public sealed record KeptBackup(string Name, DateTime At, string Reason, long Bytes, bool IsVerified);
