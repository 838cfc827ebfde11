using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace BiweeklyBudget.Core.Storage;

/// <summary>
/// Queries of parts that several share. A part is an expression, so that it can stand in a query that is compiled (<see cref="CompiledQuery{TQuery}"/>) as well as in one that is put
/// together anew each time.
/// </summary>
internal static class ComposedQuery
{
    /// <summary>A part with other expressions in the place of its parameters.</summary>
    /// <param name="part">The part.</param>
    /// <param name="arguments">One for each of its parameters.</param>
    public static Expression Of(LambdaExpression part, params Expression[] arguments) => new ReplacingExpressionVisitor(part.Parameters, arguments).Visit(part.Body);

    /// <summary>The query of a part over a query that is put together already.</summary>
    /// <typeparam name="TSource">A row of that query.</typeparam>
    /// <typeparam name="TRow">A row of the part.</typeparam>
    /// <param name="database">The database of both.</param>
    /// <param name="source">That query.</param>
    /// <param name="part">The part.</param>
    public static IQueryable<TRow> Over<TSource, TRow>(BudgetDbContext database, IQueryable<TSource> source, Expression<Func<BudgetDbContext, IQueryable<TSource>, IQueryable<TRow>>> part) =>
        source.Provider.CreateQuery<TRow>(Of(part, Expression.Constant(database), source.Expression));

    /// <summary>A query for its expression alone: it is never run.</summary>
    /// <typeparam name="TRow">A row.</typeparam>
    /// <param name="expression">The expression, which may have free parameters.</param>
    public static IQueryable<TRow> Sketch<TRow>(Expression expression) => Enumerable.Empty<TRow>().AsQueryable().Provider.CreateQuery<TRow>(expression);
}
