namespace BiweeklyBudget.Core.Saving;

/// <summary>A commit was sent and nobody said what became of it.</summary>
/// <param name="innerException">What broke.</param>
internal sealed class CommitUnansweredException(Exception innerException) : Exception("The commit was not answered.", innerException);
