namespace BiweeklyBudget.Core.Storage.Rows;

/// <summary>Marks rows that are of no use later or elsewhere: backups and moves leave their table out.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class NotBackedUpAttribute : Attribute
{
    /// <summary>Whether restoring empties the table, because its rows speak of data that is replaced. Otherwise it stays as it is.</summary>
    public bool IsEmptiedByRestore { get; init; }
}
