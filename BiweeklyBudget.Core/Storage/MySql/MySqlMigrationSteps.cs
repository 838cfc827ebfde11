using Microsoft.EntityFrameworkCore.Migrations;

namespace BiweeklyBudget.Core.Storage.MySql;

/// <summary>
/// Steps of a migration that do nothing when they were done before. MariaDB has IF NOT EXISTS for them, MySQL has not: so the server is asked what is there. All names
/// are the migration's own words.
/// </summary>
internal static class MySqlMigrationSteps
{
    /// <summary>Adds a column unless the table has it.</summary>
    public static void AddColumnIfAbsent(this MigrationBuilder migration, string table, string column, string type) => Run(
        migration,
        $"SELECT 1 FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = '{table}' AND COLUMN_NAME = '{column}'",
        $"ALTER TABLE `{table}` ADD COLUMN `{column}` {type}");

    /// <summary>Adds an index unless the table has one of that name.</summary>
    public static void AddIndexIfAbsent(this MigrationBuilder migration, string table, string index, params string[] columns) => Run(
        migration,
        $"SELECT 1 FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = '{table}' AND INDEX_NAME = '{index}'",
        $"CREATE INDEX `{index}` ON `{table}` ({string.Join(", ", columns.Select(column => $"`{column}`"))})");

    /// <summary>Drops an index if the table has one of that name.</summary>
    public static void DropIndexIfPresent(this MigrationBuilder migration, string table, string index) => Run(
        migration,
        $"SELECT 1 FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = '{table}' AND INDEX_NAME = '{index}')",
        $"DROP INDEX `{index}` ON `{table}`");

    private static void Run(MigrationBuilder migration, string whatIsDone, string statement) => migration.Sql(
        $"""
        SET @bb_step = IF(EXISTS ({whatIsDone}), 'DO 0', '{statement}');
        PREPARE bb_step FROM @bb_step;
        EXECUTE bb_step;
        DEALLOCATE PREPARE bb_step;
        """);
}
