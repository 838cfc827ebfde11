using System.Linq.Expressions;
using BiweeklyBudget.Core.Calendar;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace BiweeklyBudget.Core.Storage;

/// <summary>The SQL of <see cref="DayNumber.Of"/>, put together from what each engine's own function gives.</summary>
internal static class DayNumberFunction
{
    /// <summary>Maps <see cref="DayNumber.Of"/> to an engine's SQL.</summary>
    public static void Map(ModelBuilder model, Func<SqlExpression, SqlExpression> translate) =>
        model.HasDbFunction(typeof(DayNumber).GetMethod(nameof(DayNumber.Of))!).HasTranslation(arguments => translate(arguments[0]));

    /// <summary>A function of a date.</summary>
    public static SqlExpression Function(string name, SqlExpression date, string type) =>
        new SqlFunctionExpression(name, [date], nullable: true, argumentsPropagateNullability: [true], typeof(int), new IntTypeMapping(type));

    /// <summary>A number without its fraction.</summary>
    public static SqlExpression Whole(SqlExpression number, string type) => new SqlUnaryExpression(ExpressionType.Convert, number, typeof(int), new IntTypeMapping(type));

    /// <summary>A number less a constant.</summary>
    public static SqlExpression Less(SqlExpression number, int constant, string type) =>
        new SqlBinaryExpression(ExpressionType.Subtract, number, new SqlConstantExpression(constant, new IntTypeMapping(type)), typeof(int), new IntTypeMapping(type));
}
