namespace BiweeklyBudget.Hosting.Api.Description;

/// <summary>A part of an address: of its path when the route's pattern has it, otherwise of the query.</summary>
/// <param name="Name">The name.</param>
/// <param name="Schema">What it is (<see cref="Schemas"/>).</param>
/// <param name="Text">What it means.</param>
/// <param name="Example">A value that the sample household has an answer to; null for one that is left out of the example.</param>
/// <param name="IsRequired">Whether a query must have it; a path always must.</param>
internal sealed record Parameter(string Name, string Schema, string Text, string? Example = null, bool IsRequired = false);
