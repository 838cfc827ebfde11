namespace BiweeklyBudget.Core.Storage;

/// <summary>Whom saves through a context are recorded under, and by which clock.</summary>
/// <param name="Who">Name of the user; null when the program was not told.</param>
/// <param name="Time">The clock.</param>
/// <param name="Place">From where it is done: an address of the network, or the name of a program. Null when changes do not go into the audit log.</param>
internal sealed record Author(string? Who, TimeProvider Time, string? Place = null)
{
    /// <summary>For contexts that belong to no book.</summary>
    public static Author Unknown { get; } = new(null, TimeProvider.System);
}
