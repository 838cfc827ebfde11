using System.Linq.Expressions;

namespace BiweeklyBudget.Core.Tables;

/// <summary>
/// The columns that a table can be sorted by: each by the value behind it, not by the text shown. What names a row comes
/// last, so that equal rows keep their place from page to page.
/// </summary>
/// <typeparam name="TRow">A row of the query, whose values EF can translate.</typeparam>
internal sealed class TableColumns<TRow>
{
    private readonly Dictionary<string, IReadOnlyList<ISortKey>> _columns = new(StringComparer.Ordinal);
    private readonly List<ISortKey> _rowKey = [];

    private interface ISortKey
    {
        IOrderedQueryable<TRow> First(IQueryable<TRow> rows, bool descending);

        IOrderedQueryable<TRow> Then(IOrderedQueryable<TRow> rows, bool descending);
    }

    /// <summary>Names of the columns.</summary>
    public IEnumerable<string> Names => _columns.Keys;

    /// <summary>Adds a part of the row's primary key.</summary>
    public TableColumns<TRow> Key<TValue>(Expression<Func<TRow, TValue>> value)
    {
        _rowKey.Add(new SortKey<TValue>(value));
        return this;
    }

    /// <summary>Adds a column.</summary>
    public TableColumns<TRow> Column<TValue>(string name, Expression<Func<TRow, TValue>> value)
    {
        _columns.Add(name, [new SortKey<TValue>(value)]);
        return this;
    }

    /// <summary>Adds a column with two values behind it, of which the first one counts first.</summary>
    public TableColumns<TRow> Column<TFirst, TSecond>(string name, Expression<Func<TRow, TFirst>> first, Expression<Func<TRow, TSecond>> second)
    {
        _columns.Add(name, [new SortKey<TFirst>(first), new SortKey<TSecond>(second)]);
        return this;
    }

    /// <summary>Adds a column with three values behind it, of which the first one counts first.</summary>
    public TableColumns<TRow> Column<TFirst, TSecond, TThird>(
        string name, Expression<Func<TRow, TFirst>> first, Expression<Func<TRow, TSecond>> second, Expression<Func<TRow, TThird>> third)
    {
        _columns.Add(name, [new SortKey<TFirst>(first), new SortKey<TSecond>(second), new SortKey<TThird>(third)]);
        return this;
    }

    /// <summary>Sorts rows. Unknown columns are left out; who takes them from outside refuses them before.</summary>
    public IQueryable<TRow> Sort(IQueryable<TRow> rows, IReadOnlyList<SortedColumn> order)
    {
        IOrderedQueryable<TRow>? sorted = null;
        foreach (var column in order.Where(column => _columns.ContainsKey(column.Name)).DistinctBy(column => column.Name))
        {
            foreach (var key in _columns[column.Name])
            {
                sorted = sorted is null ? key.First(rows, column.IsDescending) : key.Then(sorted, column.IsDescending);
            }
        }

        foreach (var key in _rowKey)
        {
            sorted = sorted is null ? key.First(rows, descending: false) : key.Then(sorted, descending: false);
        }

        return sorted ?? rows;
    }

    private sealed class SortKey<TValue>(Expression<Func<TRow, TValue>> value) : ISortKey
    {
        public IOrderedQueryable<TRow> First(IQueryable<TRow> rows, bool descending) => descending ? rows.OrderByDescending(value) : rows.OrderBy(value);

        public IOrderedQueryable<TRow> Then(IOrderedQueryable<TRow> rows, bool descending) => descending ? rows.ThenByDescending(value) : rows.ThenBy(value);
    }
}
