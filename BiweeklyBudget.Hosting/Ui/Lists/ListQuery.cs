using System.Globalization;
using BiweeklyBudget.Core.Tables;
using Microsoft.AspNetCore.Http.Extensions;

namespace BiweeklyBudget.Hosting.Ui.Lists;

/// <summary>
/// What a list page shows, as its address says it, so that a reload or a shared link shows the same: <c>q</c> (search),
/// <c>sort</c> (<c>-date,amount</c>), <c>page</c>, <c>size</c>, and the page's own filters. What makes no sense is ignored.
/// </summary>
internal sealed class ListQuery
{
    private const int StandardSize = 25;

    private readonly string _path;
    private readonly IReadOnlyList<string> _filters;
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>Reads the address.</summary>
    /// <param name="request">The request.</param>
    /// <param name="path">Address of the list without a query, below the app's path.</param>
    /// <param name="columns">Names of the columns that can be sorted by.</param>
    /// <param name="standardOrder">The order when the address says none.</param>
    /// <param name="filters">Names of the filters.</param>
    public ListQuery(HttpRequest request, string path, IEnumerable<string> columns, IReadOnlyList<SortedColumn> standardOrder, params IReadOnlyList<string> filters)
    {
        _path = request.PathBase + path;
        _filters = filters;
        foreach (var name in filters.Concat(["q", "sort", "size"]))
        {
            if (request.Query[name].ToString().Trim() is { Length: > 0 } value)
            {
                _values[name] = value;
            }
        }

        Size = int.TryParse(Value("size"), NumberStyles.None, CultureInfo.InvariantCulture, out var size) && Sizes.Contains(size) ? size : StandardSize;
        Page = int.TryParse(request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and < 1_000_000 ? page : 1;
        var known = columns.ToHashSet(StringComparer.Ordinal);
        var order = Value("sort").Split(',').Select(name => new SortedColumn(name.TrimStart('-'), name.StartsWith('-'))).Where(column => known.Contains(column.Name)).ToList();
        Order = order.Count > 0 ? order : standardOrder;
    }

    /// <summary>Choices of rows a page.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [10, 25, 50, 100];

    /// <summary>The search text.</summary>
    public string Search => Value("q");

    /// <summary>Rows a page.</summary>
    public int Size { get; }

    /// <summary>Number of the page, from 1.</summary>
    public int Page { get; private set; }

    /// <summary>The order.</summary>
    public IReadOnlyList<SortedColumn> Order { get; }

    /// <summary>The same for the engine.</summary>
    public TableQuery Table => new() { Search = Search, Order = Order, Skip = (Page - 1) * Size, Take = Size };

    /// <summary>A filter's value; empty when it is not set.</summary>
    public string Value(string filter) => _values.GetValueOrDefault(filter, "");

    /// <summary>A filter's value as an id.</summary>
    /// <returns>Null when it is not set; 0, which no row has, for a text that is no id.</returns>
    public int? Id(string filter) => Value(filter) is not { Length: > 0 } text ? null : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    /// <summary>Goes to the last page when the address names one behind it.</summary>
    /// <param name="rows">How many rows there are.</param>
    /// <returns>Whether the page changed, so that it must be read again.</returns>
    public bool MoveInto(int rows)
    {
        var last = Math.Max(1, (rows + Size - 1) / Size);
        var moves = Page > last;
        Page = Math.Min(Page, last);
        return moves;
    }

    /// <summary>Address of another page of the same list.</summary>
    public string PageAddress(int page) => Address(Value("sort"), page);

    /// <summary>Address of the list sorted by a column: ascending, or the other way round when it is sorted by it already.</summary>
    public string SortAddress(string column) => Address(DirectionOf(column) == false ? "-" + column : column, 1);

    /// <summary>Whether the list is sorted by a column first: null when not, true when descending.</summary>
    public bool? DirectionOf(string column) => Order.Count > 0 && Order[0].Name == column ? Order[0].IsDescending : null;

    private string Address(string sort, int page)
    {
        var query = new QueryBuilder();
        foreach (var name in _filters.Append("q").Append("size").Where(name => Value(name).Length > 0))
        {
            query.Add(name, Value(name));
        }

        if (sort.Length > 0)
        {
            query.Add("sort", sort);
        }

        if (page > 1)
        {
            query.Add("page", page.ToString(CultureInfo.InvariantCulture));
        }

        return _path + query.ToQueryString();
    }
}
