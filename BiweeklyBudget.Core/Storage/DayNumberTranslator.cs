using System.Linq.Expressions;
using System.Reflection;
using BiweeklyBudget.Core.Calendar;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace BiweeklyBudget.Core.Storage;

/// <summary>The SQL of <see cref="DayNumber.Of"/> for a column, put together from what each engine's own function gives.</summary>
/// <param name="translate">Makes an engine's SQL of that of a date.</param>
internal sealed class DayNumberTranslator(Func<SqlExpression, SqlExpression> translate) : IMethodCallTranslator, IMethodCallTranslatorPlugin
{
    private static readonly MethodInfo Of = typeof(DayNumber).GetMethod(nameof(DayNumber.Of))!;

    public IEnumerable<IMethodCallTranslator> Translators => [this];

    public SqlExpression? Translate(SqlExpression? instance, MethodInfo method, IReadOnlyList<SqlExpression> arguments, IDiagnosticsLogger<DbLoggerCategory.Query> logger) =>
        method == Of ? translate(arguments[0]) : null;

    /// <summary>A function of a date.</summary>
    public static SqlExpression Function(string name, SqlExpression date, string type) =>
        new SqlFunctionExpression(name, [date], nullable: true, argumentsPropagateNullability: [true], typeof(int), new IntTypeMapping(type));

    /// <summary>A number without its fraction.</summary>
    public static SqlExpression Whole(SqlExpression number, string type) => new SqlUnaryExpression(ExpressionType.Convert, number, typeof(int), new IntTypeMapping(type));

    /// <summary>A number less a constant.</summary>
    public static SqlExpression Less(SqlExpression number, int constant, string type) =>
        new SqlBinaryExpression(ExpressionType.Subtract, number, new SqlConstantExpression(constant, new IntTypeMapping(type)), typeof(int), new IntTypeMapping(type));
}
