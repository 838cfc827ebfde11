namespace BiweeklyBudget.Benchmarks;

/// <summary>Something that the engine does, and the same written by hand over ADO.NET: the least that it can cost.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Ours">Does it through the public face of the engine, as a request does, and gives a figure.</param>
/// <param name="Twin">Does it by hand and gives the same figure.</param>
internal sealed record MeasuredCase(string Name, Func<Task<decimal>> Ours, Func<Task<decimal>> Twin);
