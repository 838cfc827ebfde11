using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace BiweeklyBudget.Core.Storage.Sqlite;

/// <summary>
/// Sums of money on SQLite. Its own SUM of integers fails as soon as an intermediate result leaves 64 bits, which ten of the greatest amounts do.
/// Therefore the halves of the ten-thousandths are added up apart, and put together: as an INTEGER, which sorts and compares, where that holds the
/// sum, otherwise as the text <c>high:low</c>, which <see cref="ExactSumMapping"/> reads.
/// </summary>
internal sealed class ExactSum : IAggregateMethodCallTranslator
{
    /// <summary>What the low halves are less than.</summary>
    public const long Half = 1L << 32;

    // Sums of high halves up to here leave room for the low ones of a hundred million rows.
    private const long SafelyWhole = 2_000_000_000;

    private static readonly LongTypeMapping Whole = new("INTEGER");

    public SqlExpression? Translate(MethodInfo method, EnumerableExpression source, IReadOnlyList<SqlExpression> arguments, IDiagnosticsLogger<DbLoggerCategory.Query> logger)
    {
        if (method.DeclaringType != typeof(Queryable) || method.Name != nameof(Queryable.Sum) || source.IsDistinct
            || source.Selector is not SqlExpression amount || (Nullable.GetUnderlyingType(amount.Type) ?? amount.Type) != typeof(decimal))
        {
            return null;
        }

        if (source.Predicate is { } predicate)
        {
            amount = new CaseExpression([new CaseWhenClause(predicate, amount)]);
        }

        var high = Binary(ExpressionType.Divide, amount, Constant(Half));
        var low = Binary(ExpressionType.Modulo, amount, Constant(Half));
        var isWhole = new SqlBinaryExpression(
            ExpressionType.LessThan,
            new SqlFunctionExpression("ABS", [Sum(high, isNullable: false)], nullable: false, [true], typeof(long), Whole),
            Constant(SafelyWhole),
            typeof(bool),
            new BoolTypeMapping("INTEGER"));
        var sum = new SqlBinaryExpression(
            ExpressionType.Add,
            Binary(ExpressionType.Multiply, Sum(high, isNullable: true), Constant(Half)),
            Sum(low, isNullable: true),
            amount.Type,
            ExactSumMapping.Instance);

        // A sum of nothing is null in both branches. These sums do not say so, because EF Core would make null an empty text in a concatenation.
        var halves = Text(Text(Sum(high, isNullable: false), new SqlConstantExpression(":", StringTypeMapping.Default)), Sum(low, isNullable: false));
        return new CaseExpression([new CaseWhenClause(isWhole, sum)], halves);
    }

    private static SqlConstantExpression Constant(long number) => new(number, Whole);

    private static SqlBinaryExpression Binary(ExpressionType type, SqlExpression left, SqlExpression right) => new(type, left, right, typeof(long), Whole);

    private static SqlFunctionExpression Sum(SqlExpression number, bool isNullable) => new("SUM", [number], isNullable, [false], typeof(long), Whole);

    private static SqlBinaryExpression Text(SqlExpression left, SqlExpression right) => new(ExpressionType.Add, left, right, typeof(string), StringTypeMapping.Default);
}
