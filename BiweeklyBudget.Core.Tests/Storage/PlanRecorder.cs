using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BiweeklyBudget.Core.Tests.Storage;

/// <summary>Asks the engine for the plan of every query that a context sends, before it is sent, and finds out which tables are read from end to end.</summary>
internal sealed partial class PlanRecorder(params string[] largeTables) : DbCommandInterceptor
{
    /// <summary>Full scans of large tables: the plan's line and the statement.</summary>
    public List<string> FullScans { get; } = [];

    /// <summary>How many queries were looked at.</summary>
    public int Queries { get; private set; }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Queries++;
        var isSqlite = command is SqliteCommand;
        var aliases = Aliases().Matches(command.CommandText).ToLookup(match => match.Groups["alias"].Value, match => match.Groups["table"].Value, StringComparer.Ordinal);
        await using var explain = command.Connection!.CreateCommand();
        explain.Transaction = command.Transaction;
        explain.CommandText = (isSqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + command.CommandText;
        foreach (DbParameter parameter in command.Parameters)
        {
            var copy = explain.CreateParameter();
            (copy.ParameterName, copy.Value) = (parameter.ParameterName, parameter.Value);
            explain.Parameters.Add(copy);
        }

        await using var plan = await explain.ExecuteReaderAsync(cancellationToken);
        while (await plan.ReadAsync(cancellationToken))
        {
            var line = string.Join(" | ", Enumerable.Range(0, plan.FieldCount).Select(field => Convert.ToString(plan.GetValue(field), CultureInfo.InvariantCulture)));
            var scanned = isSqlite ? Scan().Match(line).Groups["alias"].Value : plan.GetValue(plan.GetOrdinal("type")) is "ALL" or "index" ? Convert.ToString(plan.GetValue(plan.GetOrdinal("table")), CultureInfo.InvariantCulture)! : "";
            if (aliases[scanned].Any(largeTables.Contains))
            {
                FullScans.Add($"{line}\n{command.CommandText}");
            }
        }

        return result;
    }

    [GeneratedRegex("""["`](?<table>\w+)["`] AS ["`](?<alias>\w+)["`]""")]
    private static partial Regex Aliases();

    [GeneratedRegex("""\bSCAN (?<alias>\w+)(?! VIRTUAL)""")]
    private static partial Regex Scan();
}
