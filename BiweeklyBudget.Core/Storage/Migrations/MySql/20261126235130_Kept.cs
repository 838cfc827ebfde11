using BiweeklyBudget.Core.Storage.MySql;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BiweeklyBudget.Core.Storage.Migrations.MySql
{
    /// <summary>
    /// Wider money, indexes for what pages ask, the bank's own day, and tables of our own (docs/spec/schema.md §4). MySQL commits every statement that
    /// changes the schema by itself: each of these finds what is done already, so that the migration can be run again after it was cut short.
    /// </summary>
    internal partial class Kept : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("ALTER TABLE `account_balances` MODIFY `avail` decimal(19,4) NULL, MODIFY `ledger` decimal(19,4) NULL");
            migrationBuilder.Sql("ALTER TABLE `accounts` MODIFY `credit_limit` decimal(19,4) NULL");
            migrationBuilder.Sql("ALTER TABLE `bom_items` MODIFY `unit_cost` decimal(19,4) NULL");
            migrationBuilder.Sql("ALTER TABLE `budget_transactions` MODIFY `amount` decimal(19,4) NOT NULL");
            migrationBuilder.Sql("ALTER TABLE `budgets` MODIFY `current_balance` decimal(19,4) NULL, MODIFY `starting_balance` decimal(19,4) NULL");
            migrationBuilder.Sql("ALTER TABLE `fuellog` MODIFY `cost_per_gallon` decimal(19,4) NULL, MODIFY `total_cost` decimal(19,4) NULL");
            migrationBuilder.Sql("ALTER TABLE `ofx_statements` MODIFY `avail_bal` decimal(19,4) NULL, MODIFY `ledger_bal` decimal(19,4) NULL");
            migrationBuilder.Sql("ALTER TABLE `ofx_trans` MODIFY `amount` decimal(19,4) NULL");
            migrationBuilder.Sql("ALTER TABLE `scheduled_transactions` MODIFY `amount` decimal(19,4) NOT NULL, MODIFY `sales_tax` decimal(19,4) NOT NULL");
            migrationBuilder.Sql("ALTER TABLE `transactions` MODIFY `budgeted_amount` decimal(19,4) NULL, MODIFY `sales_tax` decimal(19,4) NOT NULL");

            migrationBuilder.AddColumnIfAbsent("ofx_trans", "bb_posted_day", "date NULL");
            migrationBuilder.AddIndexIfAbsent("txn_reconciles", "bb_ix_txn_reconciles_reconciled_at", "reconciled_at");
            migrationBuilder.AddIndexIfAbsent("transactions", "bb_ix_transactions_date", "date");
            migrationBuilder.AddIndexIfAbsent("ofx_trans", "bb_ix_ofx_trans_date_posted", "date_posted");
            migrationBuilder.AddIndexIfAbsent("ofx_statements", "bb_ix_ofx_statements_account_id_as_of", "account_id", "as_of");
            migrationBuilder.AddIndexIfAbsent("account_balances", "bb_ix_account_balances_account_id_overall_date", "account_id", "overall_date");

            migrationBuilder.Sql(
                """
                CREATE TABLE IF NOT EXISTS `bb_changes` (
                    `id` bigint NOT NULL AUTO_INCREMENT,
                    `at` datetime NOT NULL,
                    `who` varchar(254) NULL,
                    `operation` varchar(50) NOT NULL,
                    `undone_change_id` bigint NULL,
                    PRIMARY KEY (`id`),
                    KEY `bb_ix_bb_changes_at` (`at`),
                    UNIQUE KEY `bb_uq_bb_changes_undone_change_id` (`undone_change_id`)
                ) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4
                """);
            migrationBuilder.Sql(
                """
                CREATE TABLE IF NOT EXISTS `bb_changed_rows` (
                    `change_id` bigint NOT NULL,
                    `number` int NOT NULL,
                    `table_name` varchar(64) COLLATE utf8mb4_bin NOT NULL,
                    `row_key` varchar(300) COLLATE utf8mb4_bin NOT NULL,
                    `before` longtext NULL,
                    `after` longtext NULL,
                    PRIMARY KEY (`change_id`, `number`),
                    KEY `bb_ix_bb_changed_rows_table_name` (`table_name`, `row_key`),
                    CONSTRAINT `fk_bb_changed_rows_change_id_bb_changes` FOREIGN KEY (`change_id`) REFERENCES `bb_changes` (`id`)
                ) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4
                """);
            migrationBuilder.Sql(
                """
                CREATE TABLE IF NOT EXISTS `bb_replies` (
                    `key_hash` varchar(64) NOT NULL,
                    `request_hash` varchar(64) NOT NULL,
                    `at` datetime NOT NULL,
                    `outcome` longtext NOT NULL,
                    PRIMARY KEY (`key_hash`),
                    KEY `bb_ix_bb_replies_at` (`at`)
                ) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4
                """);
            migrationBuilder.Sql(
                """
                CREATE TABLE IF NOT EXISTS `bb_leases` (
                    `name` varchar(64) NOT NULL,
                    `holder` varchar(100) NOT NULL,
                    `until` datetime NOT NULL,
                    PRIMARY KEY (`name`)
                ) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4
                """);
            migrationBuilder.Sql(
                """
                CREATE TABLE IF NOT EXISTS `bb_backups` (
                    `id` bigint NOT NULL AUTO_INCREMENT,
                    `at` datetime NOT NULL,
                    `reason` varchar(50) NOT NULL,
                    `file` varchar(1024) NULL,
                    `bytes` bigint NULL,
                    `problem` longtext NULL,
                    PRIMARY KEY (`id`),
                    KEY `bb_ix_bb_backups_at` (`at`)
                ) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new System.NotSupportedException("Amounts that only the wider columns hold would be lost: restore the backup that was made before.");
    }
}
