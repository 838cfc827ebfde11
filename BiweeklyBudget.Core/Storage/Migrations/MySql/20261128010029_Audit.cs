using BiweeklyBudget.Core.Storage.MySql;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BiweeklyBudget.Core.Storage.Migrations.MySql
{
    /// <summary>
    /// The audit log, passkeys, and when a password was confirmed (docs/spec/schema.md §4). MySQL commits every statement that changes the schema by itself: each of these finds what is done already, so
    /// that the migration can be run again after it was cut short.
    /// </summary>
    internal partial class Audit : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                CREATE TABLE IF NOT EXISTS `bb_audit` (
                    `id` bigint NOT NULL,
                    `at` datetime NOT NULL,
                    `who` varchar(254) NULL,
                    `place` varchar(100) NULL,
                    `kind` varchar(50) NOT NULL,
                    `subject` varchar(254) NULL,
                    `details` varchar(1000) NULL,
                    `change_id` bigint NULL,
                    `change_hash` varchar(64) NULL,
                    `hash` varchar(64) NOT NULL,
                    PRIMARY KEY (`id`),
                    KEY `bb_ix_bb_audit_at` (`at`),
                    KEY `bb_ix_bb_audit_kind` (`kind`),
                    KEY `bb_ix_bb_audit_change_id` (`change_id`)
                ) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4
                """);
            migrationBuilder.Sql(
                """
                CREATE TABLE IF NOT EXISTS `bb_audit_head` (
                    `id` int NOT NULL,
                    `entries` bigint NOT NULL,
                    `hash` varchar(64) NOT NULL,
                    PRIMARY KEY (`id`)
                ) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4
                """);
            migrationBuilder.Sql(
                """
                CREATE TABLE IF NOT EXISTS `bb_passkeys` (
                    `id` int NOT NULL AUTO_INCREMENT,
                    `user_id` int NOT NULL,
                    `name` varchar(100) NOT NULL,
                    `credential_id` varchar(1364) NOT NULL,
                    `credential_hash` varchar(64) NOT NULL,
                    `data` longtext NOT NULL,
                    `sign_count` bigint NOT NULL,
                    `created_at` datetime NOT NULL,
                    `last_used_at` datetime NULL,
                    PRIMARY KEY (`id`),
                    UNIQUE KEY `bb_uq_bb_passkeys_credential_hash` (`credential_hash`),
                    KEY `bb_ix_bb_passkeys_user_id` (`user_id`)
                ) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4
                """);
            migrationBuilder.Sql(
                """
                CREATE TABLE IF NOT EXISTS `bb_challenges` (
                    `key_hash` varchar(64) NOT NULL,
                    `user_id` int NULL,
                    `purpose` varchar(50) NOT NULL,
                    `state` longtext NOT NULL,
                    `valid_until` datetime NOT NULL,
                    PRIMARY KEY (`key_hash`)
                ) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4
                """);
            migrationBuilder.AddColumnIfAbsent("bb_sessions", "confirmed_at", "datetime NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new System.NotSupportedException("What was done would be forgotten: restore the backup that was made before.");
    }
}
