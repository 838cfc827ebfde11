namespace BiweeklyBudget.Core.Tables;

/// <summary>The part of a sorted query that a page shows.</summary>
internal static class QueryPage
{
    /// <summary>Cuts out the page.</summary>
    public static IQueryable<TRow> Page<TRow>(this IQueryable<TRow> sorted, TableQuery query)
    {
        var rest = query.Skip > 0 ? sorted.Skip(query.Skip) : sorted;
        return query.Take is { } take ? rest.Take(take) : rest;
    }
}
