using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace BiweeklyBudget.Core.Storage;

/// <summary>
/// <see cref="DateOnly.DayNumber"/> for queries, so that the database can group dates by pay period. EF Core translates it from
/// version 10 on; until then each engine's context maps it to the engine's own function.
/// </summary>
internal static class DayNumber
{
    /// <summary>Days since 1 January of year 1.</summary>
    public static int Of(DateOnly date) => date.DayNumber;

    /// <summary>Maps <see cref="Of"/> to an engine's SQL.</summary>
    public static void Map(ModelBuilder model, Func<SqlExpression, SqlExpression> translate) =>
        model.HasDbFunction(typeof(DayNumber).GetMethod(nameof(Of))!).HasTranslation(arguments => translate(arguments[0]));

    /// <summary>A function of a date.</summary>
    public static SqlExpression Function(string name, SqlExpression date, string type) =>
        new SqlFunctionExpression(name, [date], nullable: true, argumentsPropagateNullability: [true], typeof(int), new IntTypeMapping(type));

    /// <summary>A number without its fraction.</summary>
    public static SqlExpression Whole(SqlExpression number, string type) => new SqlUnaryExpression(ExpressionType.Convert, number, typeof(int), new IntTypeMapping(type));

    /// <summary>A number less a constant.</summary>
    public static SqlExpression Less(SqlExpression number, int constant, string type) =>
        new SqlBinaryExpression(ExpressionType.Subtract, number, new SqlConstantExpression(constant, new IntTypeMapping(type)), typeof(int), new IntTypeMapping(type));
}
