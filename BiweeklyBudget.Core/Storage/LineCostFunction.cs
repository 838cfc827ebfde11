using System.Linq.Expressions;
using BiweeklyBudget.Core.Money;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

namespace BiweeklyBudget.Core.Storage;

/// <summary>
/// The SQL of <see cref="LineCost.Of"/>. The product has the form that the column of the cost has: a whole number times ten-thousandths is ten-thousandths, so it is exact on SQLite too, where
/// any other multiplication of money is wrong (docs/adr/0004).
/// </summary>
internal static class LineCostFunction
{
    /// <summary>Maps it.</summary>
    public static void Map(ModelBuilder model) => model.HasDbFunction(typeof(LineCost).GetMethod(nameof(LineCost.Of))!)
        .HasTranslation(arguments => new SqlBinaryExpression(ExpressionType.Multiply, arguments[0], arguments[1], typeof(decimal), arguments[1].TypeMapping));
}
