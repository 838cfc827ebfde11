using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using BiweeklyBudget.Core.Tables;

namespace BiweeklyBudget.Hosting.Api;

/// <summary>The query string of the DataTables protocol (spec/http-api.md §5). Unknown parameters are ignored.</summary>
internal sealed class TableRequest
{
    // More columns than any table has; the rest is not looked at.
    private const int MostSorted = 32;

    private readonly IQueryCollection _parameters;

    private TableRequest(IQueryCollection parameters, int draw, TableQuery query)
    {
        _parameters = parameters;
        Draw = draw;
        Query = query;
    }

    /// <summary>Counts the page's requests; sent back as it came.</summary>
    public int Draw { get; }

    /// <summary>Search, order and page.</summary>
    public TableQuery Query { get; }

    /// <summary>Reads a request.</summary>
    /// <param name="parameters">The query string.</param>
    /// <param name="columns">Names of the columns that can be sorted by.</param>
    /// <param name="request">The request.</param>
    /// <param name="error">Text for the reply when there is none.</param>
    public static bool TryRead(IQueryCollection parameters, IEnumerable<string> columns, [NotNullWhen(true)] out TableRequest? request, [NotNullWhen(false)] out string? error)
    {
        request = null;
        if (!TryReadNumber(parameters, "draw", out var draw, out error)
            || !TryReadNumber(parameters, "start", out var start, out error)
            || !TryReadNumber(parameters, "length", out var length, out error))
        {
            return false;
        }

        if (start < 0)
        {
            error = "Parameter start is invalid";
            return false;
        }

        if (!TryReadOrder(parameters, columns, out var order, out error))
        {
            return false;
        }

        request = new TableRequest(parameters, draw, new TableQuery { Search = SearchOf(parameters), Order = order, Skip = start, Take = length < 0 ? null : length });
        return true;
    }

    /// <summary>Reads a request for all rows that a table shows over its pages, as for a download: only search, filters and order count.</summary>
    /// <param name="parameters">The query string.</param>
    /// <param name="columns">Names of the columns that can be sorted by.</param>
    /// <param name="request">The request.</param>
    /// <param name="error">Text for the reply when there is none.</param>
    public static bool TryReadAllPages(IQueryCollection parameters, IEnumerable<string> columns, [NotNullWhen(true)] out TableRequest? request, [NotNullWhen(false)] out string? error)
    {
        request = TryReadOrder(parameters, columns, out var order, out error) ? new TableRequest(parameters, draw: 0, new TableQuery { Search = SearchOf(parameters), Order = order }) : null;
        return request is not null;
    }

    /// <summary>The text that a column is filtered by.</summary>
    /// <param name="column">Number of the column, from 0.</param>
    /// <returns>Null for no filter.</returns>
    public string? Filter(int column) => Text(_parameters, string.Create(CultureInfo.InvariantCulture, $"columns[{column}][search][value]")) is { } text and not ("" or "None") ? text : null;

    /// <summary>The id that a column is filtered by.</summary>
    /// <param name="column">Number of the column, from 0.</param>
    /// <returns>Null for no filter; 0, which no row has, for a text that is no id.</returns>
    public int? IdFilter(int column) => Filter(column) is not { } text ? null : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    private static string SearchOf(IQueryCollection parameters) => Text(parameters, "search[value]") ?? "";

    private static bool TryReadNumber(IQueryCollection parameters, string name, out int number, [NotNullWhen(false)] out string? error)
    {
        number = 0;
        error = Text(parameters, name) is not { } text ? $"Parameter {name} is missing"
            : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) ? null
            : $"Parameter {name} is invalid";
        return error is null;
    }

    private static bool TryReadOrder(IQueryCollection parameters, IEnumerable<string> columns, [NotNullWhen(true)] out IReadOnlyList<SortedColumn>? order, [NotNullWhen(false)] out string? error)
    {
        var known = columns.ToHashSet(StringComparer.Ordinal);
        var sorted = new List<SortedColumn>();
        order = null;
        error = null;
        for (var i = 0; i < MostSorted && Text(parameters, string.Create(CultureInfo.InvariantCulture, $"order[{i}][column]")) is { } number; i++)
        {
            if (Text(parameters, $"columns[{number}][orderable]") == "false")
            {
                continue;
            }

            var name = Text(parameters, $"columns[{number}][data]");
            if (name is null || !known.Contains(name))
            {
                error = $"Cannot order {name ?? number}: column not found";
                return false;
            }

            sorted.Add(new SortedColumn(name, Text(parameters, string.Create(CultureInfo.InvariantCulture, $"order[{i}][dir]")) == "desc"));
        }

        order = sorted;
        return true;
    }

    private static string? Text(IQueryCollection parameters, string name) => parameters.TryGetValue(name, out var values) ? values.FirstOrDefault() : null;
}
