using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BiweeklyBudget.Core.Storage.Migrations.MySql
{
    /// <summary>
    /// Who may sign in, and where they are (docs/spec/schema.md §4). MySQL commits every statement that changes the schema by itself: each of these finds what is done already, so that the migration
    /// can be run again after it was cut short.
    /// </summary>
    internal partial class SignIn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                CREATE TABLE IF NOT EXISTS `bb_users` (
                    `id` int NOT NULL AUTO_INCREMENT,
                    `name` varchar(100) NOT NULL,
                    `role` varchar(20) NOT NULL,
                    `password_hash` varchar(254) NULL,
                    `is_disabled` tinyint(1) NOT NULL,
                    `created_at` datetime NOT NULL,
                    `failed_count` int NOT NULL,
                    `locked_until` datetime NULL,
                    `code_hash` varchar(64) NULL,
                    `code_until` datetime NULL,
                    `second_factor` varchar(254) NULL,
                    `second_factor_step` bigint NULL,
                    PRIMARY KEY (`id`),
                    UNIQUE KEY `bb_uq_bb_users_name` (`name`),
                    UNIQUE KEY `bb_uq_bb_users_code_hash` (`code_hash`)
                ) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4
                """);
            migrationBuilder.Sql(
                """
                CREATE TABLE IF NOT EXISTS `bb_sessions` (
                    `key_hash` varchar(64) NOT NULL,
                    `user_id` int NOT NULL,
                    `created_at` datetime NOT NULL,
                    `last_seen_at` datetime NOT NULL,
                    `device` varchar(254) NULL,
                    PRIMARY KEY (`key_hash`),
                    KEY `bb_ix_bb_sessions_user_id` (`user_id`)
                ) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4
                """);
            migrationBuilder.Sql(
                """
                CREATE TABLE IF NOT EXISTS `bb_tokens` (
                    `id` int NOT NULL AUTO_INCREMENT,
                    `user_id` int NOT NULL,
                    `name` varchar(100) NOT NULL,
                    `key_hash` varchar(64) NOT NULL,
                    `scopes` int NOT NULL,
                    `created_at` datetime NOT NULL,
                    `expires_at` datetime NOT NULL,
                    `last_used_at` datetime NULL,
                    PRIMARY KEY (`id`),
                    UNIQUE KEY `bb_uq_bb_tokens_key_hash` (`key_hash`),
                    KEY `bb_ix_bb_tokens_user_id` (`user_id`)
                ) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4
                """);
            migrationBuilder.Sql(
                """
                CREATE TABLE IF NOT EXISTS `bb_recovery_codes` (
                    `user_id` int NOT NULL,
                    `code_hash` varchar(64) NOT NULL,
                    PRIMARY KEY (`user_id`, `code_hash`)
                ) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new System.NotSupportedException("Nobody could sign in any more: restore the backup that was made before.");
    }
}
