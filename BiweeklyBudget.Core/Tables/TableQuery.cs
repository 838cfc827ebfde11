namespace BiweeklyBudget.Core.Tables;

/// <summary>Which rows of a table are asked for, and in which order.</summary>
public sealed record TableQuery
{
    /// <summary>Fewest characters of a search text; a shorter one is ignored.</summary>
    public const int ShortestSearch = 3;

    /// <summary>Text that a row must contain, ignoring case; every character stands for itself.</summary>
    public string Search { get; init; } = "";

    /// <summary>Columns to sort by, the first one first; rows that are equal in all of them come by primary key.</summary>
    public IReadOnlyList<SortedColumn> Order { get; init; } = [];

    /// <summary>How many rows to leave out before the first.</summary>
    public int Skip { get; init; }

    /// <summary>Most rows to give; null for all.</summary>
    public int? Take { get; init; }
}
