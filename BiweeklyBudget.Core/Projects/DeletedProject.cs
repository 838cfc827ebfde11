namespace BiweeklyBudget.Core.Projects;

/// <summary>A project that is gone.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it was called.</param>
/// <param name="Items">How many items went with it.</param>
public sealed record DeletedProject(int Id, string Name, int Items);
