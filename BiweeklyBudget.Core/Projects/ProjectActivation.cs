namespace BiweeklyBudget.Core.Projects;

/// <summary>A project that is taken up again, or put aside.</summary>
/// <param name="Id">The project.</param>
/// <param name="IsActive">Whether it is going on from now.</param>
public sealed record ProjectActivation(int Id, bool IsActive);
