using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BiweeklyBudget.Core.Storage.Migrations.Sqlite
{
    /// <summary>Indexes for what pages ask, the bank's own day, and tables of our own (docs/spec/schema.md §4). On SQLite it is one transaction.</summary>
    internal partial class Kept : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "bb_posted_day",
                table: "ofx_trans",
                type: "TEXT",
                nullable: true)
                .Annotation("Relational:ColumnOrder", 19);

            migrationBuilder.CreateTable(
                name: "bb_backups",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false, collation: "NOCASE"),
                    file = table.Column<string>(type: "TEXT", maxLength: 1024, nullable: true, collation: "NOCASE"),
                    bytes = table.Column<long>(type: "INTEGER", nullable: true),
                    problem = table.Column<string>(type: "TEXT", nullable: true, collation: "NOCASE")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bb_backups", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "bb_changes",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    who = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true, collation: "NOCASE"),
                    operation = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false, collation: "NOCASE"),
                    undone_change_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bb_changes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "bb_leases",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "NOCASE"),
                    holder = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "NOCASE"),
                    until = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bb_leases", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "bb_replies",
                columns: table => new
                {
                    key_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "NOCASE"),
                    request_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "NOCASE"),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", nullable: false, collation: "NOCASE")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bb_replies", x => x.key_hash);
                });

            migrationBuilder.CreateTable(
                name: "bb_changed_rows",
                columns: table => new
                {
                    change_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    table_name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    row_key = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false, collation: "BINARY"),
                    before = table.Column<string>(type: "TEXT", nullable: true, collation: "NOCASE"),
                    after = table.Column<string>(type: "TEXT", nullable: true, collation: "NOCASE")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bb_changed_rows", x => new { x.change_id, x.number });
                    table.ForeignKey(
                        name: "fk_bb_changed_rows_change_id_bb_changes",
                        column: x => x.change_id,
                        principalTable: "bb_changes",
                        principalColumn: "id");
                });

            migrationBuilder.CreateIndex(
                name: "bb_ix_txn_reconciles_reconciled_at",
                table: "txn_reconciles",
                column: "reconciled_at");

            migrationBuilder.CreateIndex(
                name: "bb_ix_ofx_trans_date_posted",
                table: "ofx_trans",
                column: "date_posted");

            migrationBuilder.CreateIndex(
                name: "bb_ix_ofx_statements_account_id_as_of",
                table: "ofx_statements",
                columns: new[] { "account_id", "as_of" });

            migrationBuilder.CreateIndex(
                name: "bb_ix_account_balances_account_id_overall_date",
                table: "account_balances",
                columns: new[] { "account_id", "overall_date" });

            migrationBuilder.CreateIndex(
                name: "bb_ix_bb_backups_at",
                table: "bb_backups",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "bb_ix_bb_changed_rows_table_name",
                table: "bb_changed_rows",
                columns: new[] { "table_name", "row_key" });

            migrationBuilder.CreateIndex(
                name: "bb_ix_bb_changes_at",
                table: "bb_changes",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "bb_uq_bb_changes_undone_change_id",
                table: "bb_changes",
                column: "undone_change_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "bb_ix_bb_replies_at",
                table: "bb_replies",
                column: "at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("The record of changes would be lost: restore the backup that was made before.");
    }
}
