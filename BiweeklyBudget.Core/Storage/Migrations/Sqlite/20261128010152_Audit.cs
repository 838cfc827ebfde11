using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BiweeklyBudget.Core.Storage.Migrations.Sqlite
{
    /// <summary>The audit log, passkeys, and when a password was confirmed (docs/spec/schema.md §4). On SQLite it is one transaction.</summary>
    internal partial class Audit : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "confirmed_at",
                table: "bb_sessions",
                type: "TEXT",
                nullable: true)
                .Annotation("Relational:ColumnOrder", 5);

            migrationBuilder.CreateTable(
                name: "bb_audit",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    who = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true, collation: "NOCASE"),
                    place = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true, collation: "NOCASE"),
                    kind = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false, collation: "NOCASE"),
                    subject = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true, collation: "NOCASE"),
                    details = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true, collation: "NOCASE"),
                    change_id = table.Column<long>(type: "INTEGER", nullable: true),
                    change_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true, collation: "NOCASE"),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "NOCASE")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bb_audit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "bb_audit_head",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    entries = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "NOCASE")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bb_audit_head", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "bb_challenges",
                columns: table => new
                {
                    key_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "NOCASE"),
                    user_id = table.Column<int>(type: "INTEGER", nullable: true),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false, collation: "NOCASE"),
                    state = table.Column<string>(type: "TEXT", nullable: false, collation: "NOCASE"),
                    valid_until = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bb_challenges", x => x.key_hash);
                });

            migrationBuilder.CreateTable(
                name: "bb_passkeys",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    user_id = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "NOCASE"),
                    credential_id = table.Column<string>(type: "TEXT", maxLength: 1364, nullable: false, collation: "NOCASE"),
                    credential_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "NOCASE"),
                    data = table.Column<string>(type: "TEXT", nullable: false, collation: "NOCASE"),
                    sign_count = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    last_used_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bb_passkeys", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "bb_ix_bb_audit_at",
                table: "bb_audit",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "bb_ix_bb_audit_change_id",
                table: "bb_audit",
                column: "change_id");

            migrationBuilder.CreateIndex(
                name: "bb_ix_bb_audit_kind",
                table: "bb_audit",
                column: "kind");

            migrationBuilder.CreateIndex(
                name: "bb_ix_bb_passkeys_user_id",
                table: "bb_passkeys",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "bb_uq_bb_passkeys_credential_hash",
                table: "bb_passkeys",
                column: "credential_hash",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("What was done would be forgotten: restore the backup that was made before.");
    }
}
