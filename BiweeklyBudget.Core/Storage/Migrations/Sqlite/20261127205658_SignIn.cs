using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BiweeklyBudget.Core.Storage.Migrations.Sqlite
{
    /// <summary>Who may sign in, and where they are (docs/spec/schema.md §4). On SQLite it is one transaction.</summary>
    internal partial class SignIn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "bb_recovery_codes",
                columns: table => new
                {
                    user_id = table.Column<int>(type: "INTEGER", nullable: false),
                    code_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "NOCASE")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bb_recovery_codes", x => new { x.user_id, x.code_hash });
                });

            migrationBuilder.CreateTable(
                name: "bb_sessions",
                columns: table => new
                {
                    key_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "NOCASE"),
                    user_id = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    last_seen_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    device = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true, collation: "NOCASE")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bb_sessions", x => x.key_hash);
                });

            migrationBuilder.CreateTable(
                name: "bb_tokens",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    user_id = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "NOCASE"),
                    key_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "NOCASE"),
                    scopes = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    last_used_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bb_tokens", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "bb_users",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "NOCASE"),
                    role = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false, collation: "NOCASE"),
                    password_hash = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true, collation: "NOCASE"),
                    is_disabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    failed_count = table.Column<int>(type: "INTEGER", nullable: false),
                    locked_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    code_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true, collation: "NOCASE"),
                    code_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    second_factor = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true, collation: "NOCASE"),
                    second_factor_step = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bb_users", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "bb_ix_bb_sessions_user_id",
                table: "bb_sessions",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "bb_ix_bb_tokens_user_id",
                table: "bb_tokens",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "bb_uq_bb_tokens_key_hash",
                table: "bb_tokens",
                column: "key_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "bb_uq_bb_users_code_hash",
                table: "bb_users",
                column: "code_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "bb_uq_bb_users_name",
                table: "bb_users",
                column: "name",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("Nobody could sign in any more: restore the backup that was made before.");
    }
}
