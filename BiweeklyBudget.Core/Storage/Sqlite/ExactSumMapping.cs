using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BiweeklyBudget.Core.Storage.Sqlite;

/// <summary>How a sum of money comes out of SQLite (<see cref="ExactSum"/>): ten-thousandths, or two halves of them.</summary>
internal sealed class ExactSumMapping : RelationalTypeMapping
{
    private ExactSumMapping(RelationalTypeMappingParameters parameters)
        : base(parameters)
    {
    }

    public static ExactSumMapping Instance { get; } =
        new(new RelationalTypeMappingParameters(new CoreTypeMappingParameters(typeof(decimal), new ValueConverter<decimal, string>(sum => ToStored(sum), stored => FromStored(stored))), "INTEGER"));

    /// <summary>The sum that a text means.</summary>
    internal static decimal FromStored(string stored)
    {
        var colon = stored.IndexOf(':', StringComparison.Ordinal);
        return colon < 0
            ? Number(stored) / 10_000m
            : ((Number(stored.AsSpan(0, colon)) * ExactSum.Half) + Number(stored.AsSpan(colon + 1))) / 10_000m;
    }

    protected override RelationalTypeMapping Clone(RelationalTypeMappingParameters parameters) => new ExactSumMapping(parameters);

    // Digits without quotes: a number, as the sums are that it stands beside.
    protected override string GenerateNonNullSqlLiteral(object value) => (string)value;

    protected override void ConfigureParameter(DbParameter parameter)
    {
        if (parameter.Value is string stored)
        {
            parameter.Value = long.Parse(stored, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        }
    }

    private static string ToStored(decimal sum) => decimal.Round(sum * 10_000m, 0, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture);

    private static decimal Number(ReadOnlySpan<char> text) => decimal.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
