using System.Linq.Expressions;
using System.Reflection;
using BiweeklyBudget.Core.Money;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

namespace BiweeklyBudget.Core.Storage;

/// <summary>
/// The SQL of <see cref="LineCost.Of"/>. The product has the form that the column of the cost has: a whole number times ten-thousandths is ten-thousandths, so it is exact on SQLite too, where
/// any other multiplication of money is wrong (docs/adr/0004).
/// </summary>
internal sealed class LineCostTranslator : IMethodCallTranslator, IMethodCallTranslatorPlugin
{
    private static readonly MethodInfo Of = typeof(LineCost).GetMethod(nameof(LineCost.Of))!;

    public IEnumerable<IMethodCallTranslator> Translators => [this];

    public SqlExpression? Translate(SqlExpression? instance, MethodInfo method, IReadOnlyList<SqlExpression> arguments, IDiagnosticsLogger<DbLoggerCategory.Query> logger) =>
        method == Of ? new SqlBinaryExpression(ExpressionType.Multiply, arguments[0], arguments[1], typeof(decimal), arguments[1].TypeMapping) : null;
}
