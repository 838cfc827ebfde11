using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BiweeklyBudget.Core.Tests.Storage;

/// <summary>Asks the engine for the plan of every query that a context sends, before it is sent, and finds out which tables are read from end to end.</summary>
internal sealed partial class PlanRecorder(params string[] largeTables) : DbCommandInterceptor
{
    private const int MostRows = 5_000;

    /// <summary>Plans that read a large table from end to end, each with its statement.</summary>
    public List<string> FullScans { get; } = [];

    /// <summary>Every plan, each with its statement.</summary>
    public List<string> Plans { get; } = [];

    /// <summary>How many queries were looked at.</summary>
    public int Queries => Plans.Count;

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        // Statements that go to the database together have a plan each.
        foreach (var statement in command.CommandText.Split(";\n", StringSplitOptions.RemoveEmptyEntries))
        {
            await ExplainAsync(command, statement, cancellationToken);
        }

        return result;
    }

    private async Task ExplainAsync(DbCommand command, string statement, CancellationToken cancellationToken)
    {
        var isSqlite = command is SqliteCommand;
        var aliases = Aliases().Matches(statement).ToLookup(match => match.Groups["alias"].Value, match => match.Groups["table"].Value, StringComparer.Ordinal);
        await using var explain = command.Connection!.CreateCommand();
        explain.Transaction = command.Transaction;
        explain.CommandText = (isSqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + statement;
        foreach (DbParameter parameter in command.Parameters)
        {
            var copy = explain.CreateParameter();
            (copy.ParameterName, copy.Value) = (parameter.ParameterName, parameter.Value);
            explain.Parameters.Add(copy);
        }

        var lines = new List<string>();
        var scanned = new List<string>();
        await using var plan = await explain.ExecuteReaderAsync(cancellationToken);
        while (await plan.ReadAsync(cancellationToken))
        {
            lines.Add(string.Join(" | ", Enumerable.Range(0, plan.FieldCount).Select(field => Convert.ToString(plan.GetValue(field), CultureInfo.InvariantCulture))));
            scanned.AddRange(isSqlite ? ScannedBySqlite(lines[^1], statement) : ScannedByMySql(plan));
        }

        Plans.Add(string.Join('\n', [.. lines, statement]));
        if (scanned.Any(alias => aliases[alias].Any(largeTables.Contains)))
        {
            FullScans.Add(Plans[^1]);
        }
    }

    // An index that is read in its order up to a limit says how far.
    private static IEnumerable<string> ScannedByMySql(DbDataReader plan) =>
        plan.GetValue(plan.GetOrdinal("type")) is "ALL" or "index" && Convert.ToInt64(plan.GetValue(plan.GetOrdinal("rows")), CultureInfo.InvariantCulture) > MostRows
            ? [Convert.ToString(plan.GetValue(plan.GetOrdinal("table")), CultureInfo.InvariantCulture)!]
            : [];

    // So does SQLite, which does not say how far; when it has to sort first, the plan says so.
    private static IEnumerable<string> ScannedBySqlite(string line, string statement) =>
        Scan().Match(line) is { Success: true } scan && !(line.Contains(" USING ", StringComparison.Ordinal) && statement.Contains("LIMIT", StringComparison.Ordinal) && !statement.Contains("JOIN", StringComparison.Ordinal))
            ? [scan.Groups["alias"].Value]
            : [];

    [GeneratedRegex("""\b(?<table>\w+)["`]? AS ["`]?(?<alias>\w+)""", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Aliases();

    [GeneratedRegex("""\bSCAN (?<alias>\w+)(?! VIRTUAL)""", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Scan();
}
