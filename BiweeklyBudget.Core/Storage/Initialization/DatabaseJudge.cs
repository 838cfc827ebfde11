namespace BiweeklyBudget.Core.Storage.Initialization;

/// <summary>
/// Decides what a database is from what is in it (design.md, Storage; docs/adr/0005). Reads nothing itself, so that the
/// initialisation, <c>initdb --status</c> and the readiness check can never disagree.
/// </summary>
internal sealed class DatabaseJudge(UpstreamSchema schema, string description, bool canAdopt)
{
    /// <summary>Judges by the records alone; enough to know that nothing is pending.</summary>
    public bool IsReady(DatabaseRecord record) =>
        record.Revisions is [UpstreamRevisions.Head] && record.Migrations is { } applied && applied.SequenceEqual(schema.Migrations, StringComparer.Ordinal);

    /// <summary>Judges a database. <see cref="DatabaseState.Interrupted"/> holds only if the caller finds all its tables without rows.</summary>
    public DatabaseStatus Judge(DatabaseContents contents)
    {
        var applied = contents.Record.Migrations ?? [];
        if (contents.Tables.Count == 0)
        {
            return applied.Count == 0
                ? new DatabaseStatus(DatabaseState.Empty, schema.Migrations, $"The database {description} does not exist yet or is empty.")
                : Refuse("records migrations but has no tables; restore it from a backup or drop it");
        }

        return contents.Record.Revisions switch
        {
            null or [] => JudgeUnstamped(contents, applied),
            [UpstreamRevisions.Head] => JudgeAtHead(contents, applied),
            [var revision] when UpstreamRevisions.IsOlder(revision) => Refuse(
                $"is at upstream's revision {revision}, older than {UpstreamRevisions.Head}, the one that this program works on; bring it there with the command initdb of upstream biweeklybudget 1.6.0 and try again"),
            [var revision] => Refuse($"is at revision {Shown(revision)}, which this program does not know: it was made by a later version of upstream, or by something else"),
            var several => Refuse($"has {several.Count} rows in {DatabaseContents.RevisionTable}, where upstream has exactly one"),
        };
    }

    /// <summary>The refusal of a database without upstream's stamp.</summary>
    public DatabaseStatus RefuseForeign(DatabaseContents contents)
    {
        var some = string.Join(", ", contents.Tables.Keys.Order(StringComparer.OrdinalIgnoreCase).Take(3).Select(Shown));
        return Refuse($"is not a BiweeklyBudget database: it has tables ({some}{(contents.Tables.Count > 3 ? ", …" : "")}) but no version in {DatabaseContents.RevisionTable}");
    }

    private DatabaseStatus JudgeUnstamped(DatabaseContents contents, IReadOnlyList<string> applied)
    {
        if (applied.Count > 0)
        {
            return Refuse($"records migrations but has lost its version in {DatabaseContents.RevisionTable}; restore it from a backup");
        }

        // Only a creation of ours makes the history table before any other; it writes the stamp last.
        return contents.Record.Migrations is not null && contents.Tables.Keys.All(schema.Tables.ContainsKey)
            ? new DatabaseStatus(DatabaseState.Interrupted, schema.Migrations, $"The creation of the database {description} was interrupted, or is still going on.")
            : RefuseForeign(contents);
    }

    private DatabaseStatus JudgeAtHead(DatabaseContents contents, IReadOnlyList<string> applied)
    {
        if (applied.FirstOrDefault(id => !schema.Migrations.Contains(id, StringComparer.Ordinal)) is { } unknown)
        {
            return Refuse($"was made by a newer version of this program (it records the migration {Shown(unknown)}); use that version");
        }

        if (!applied.SequenceEqual(schema.Migrations.Take(applied.Count), StringComparer.Ordinal))
        {
            return Refuse("records migrations with gaps between them; restore it from a backup");
        }

        string[] pending = [.. schema.Migrations.Skip(applied.Count)];
        if (applied.Count == schema.Migrations.Count && canAdopt && Missing(contents, schema.Newest).Length > 0)
        {
            // Upstream's tables were loaded anew, from a dump, and its program's are as they should be: ours are added again.
            return Missing(contents, schema.Tables).Length == 0
                ? new DatabaseStatus(DatabaseState.Outdated, [.. schema.Migrations.Skip(1)], $"The database {description} has lost what this program had added to upstream's tables; it is added again.")
                : Refuse("lacks tables or columns that it should have; restore it from a backup");
        }

        if (applied.Count > 0)
        {
            return pending.Length == 0
                ? new DatabaseStatus(DatabaseState.Ready, [], $"The database {description} is ready.")
                : new DatabaseStatus(DatabaseState.Outdated, pending, $"The database {description} has {pending.Length} migrations to run.");
        }

        if (!canAdopt)
        {
            // Upstream would have stored decimals, which here would be read as ten-thousandths (docs/adr/0004).
            return Refuse("carries upstream's version but was not made by this program, which takes over upstream's databases on MySQL and MariaDB only");
        }

        var missing = Missing(contents, schema.Tables);
        return missing.Length == 0
            ? new DatabaseStatus(DatabaseState.Adoptable, pending, $"The database {description} is upstream's and can be adopted.")
            : Refuse($"carries upstream's version {UpstreamRevisions.Head} but lacks {string.Join(", ", missing.Take(5))}{(missing.Length > 5 ? $" and {missing.Length - 5} more" : "")}");
    }

    private static string[] Missing(DatabaseContents contents, IReadOnlyDictionary<string, IReadOnlyList<string>> tables) =>
        [.. tables.OrderBy(t => t.Key, StringComparer.Ordinal).SelectMany(table => contents.Tables.TryGetValue(table.Key, out var columns)
            ? table.Value.Where(c => !columns.Contains(c)).Select(c => $"column {table.Key}.{c}")
            : [$"table {table.Key}"])];

    private DatabaseStatus Refuse(string reason) => new(DatabaseState.Refused, [], $"The database {description} {reason}. Nothing was changed.");

    // Names come from a database of unknown origin and go to a terminal.
    private static string Shown(string name) => string.Concat(name.Take(64).Select(c => char.IsControl(c) ? '?' : c));
}
