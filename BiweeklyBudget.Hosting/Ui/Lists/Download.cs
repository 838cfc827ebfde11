using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace BiweeklyBudget.Hosting.Ui.Lists;

/// <summary>The query of a list's CSV file, in the table protocol that the HTTP interface speaks (spec/http-api.md §5).</summary>
internal static class Download
{
    /// <summary>Search, order and filters of a list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="filters">Names of the filters and the protocol's number of the column they belong to.</param>
    public static string QueryOf(ListQuery list, params IReadOnlyList<(string Name, int Column)> filters) => Text(new QueryBuilder(), list, filters);

    /// <summary>Search, order and filters of a list that is about one record.</summary>
    /// <param name="list">The list.</param>
    /// <param name="of">The protocol's number of the record's column, and the record.</param>
    /// <param name="filters">Names of the filters and the protocol's number of the column they belong to.</param>
    public static string QueryOf(ListQuery list, (int Column, int Id) of, params IReadOnlyList<(string Name, int Column)> filters) =>
        Text(new QueryBuilder { { string.Create(CultureInfo.InvariantCulture, $"columns[{of.Column}][search][value]"), of.Id.ToString(CultureInfo.InvariantCulture) } }, list, filters);

    private static string Text(QueryBuilder query, ListQuery list, IReadOnlyList<(string Name, int Column)> filters)
    {
        if (list.Search.Length > 0)
        {
            query.Add("search[value]", list.Search);
        }

        foreach (var (name, column) in filters.Where(filter => list.Value(filter.Name).Length > 0))
        {
            query.Add(string.Create(CultureInfo.InvariantCulture, $"columns[{column}][search][value]"), list.Value(name));
        }

        // Columns to sort by get numbers that no filter has.
        const int firstFree = 50;
        foreach (var (place, column) in list.Order.Index())
        {
            var number = (firstFree + place).ToString(CultureInfo.InvariantCulture);
            query.Add($"columns[{number}][data]", column.Name);
            query.Add(string.Create(CultureInfo.InvariantCulture, $"order[{place}][column]"), number);
            query.Add(string.Create(CultureInfo.InvariantCulture, $"order[{place}][dir]"), column.IsDescending ? "desc" : "asc");
        }

        return query.ToQueryString().ToString();
    }
}
