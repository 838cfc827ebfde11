using BiweeklyBudget.Core.Statements.Ofx;

namespace BiweeklyBudget.Core.Statements;

/// <summary>A movement of money that a file lists, once or several times.</summary>
/// <param name="id">The bank's id, or the one that was derived because the bank gave none.</param>
internal sealed class FileMovement(string id)
{
    /// <summary>The bank's id, or the one that was derived because the bank gave none.</summary>
    public string Id { get; } = id;

    /// <summary>What the file says last about it.</summary>
    public required OfxTransaction Transaction { get; set; }

    /// <summary>Its place in the file, where it is listed last.</summary>
    public required int Place { get; set; }

    /// <summary>The same as a movement.</summary>
    public required Movement Movement { get; set; }

}
