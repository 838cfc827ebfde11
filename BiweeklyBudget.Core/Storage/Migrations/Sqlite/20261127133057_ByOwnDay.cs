using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BiweeklyBudget.Core.Storage.Migrations.Sqlite
{
    /// <summary>Balances are found by their own day, fills by day and by odometer (docs/spec/schema.md §4). On SQLite it is one transaction.</summary>
    internal partial class ByOwnDay : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "bb_ix_account_balances_account_id_overall_date",
                table: "account_balances");

            migrationBuilder.CreateIndex(
                name: "bb_ix_fuellog_date",
                table: "fuellog",
                column: "date");

            migrationBuilder.CreateIndex(
                name: "bb_ix_fuellog_vehicle_id_odometer_miles",
                table: "fuellog",
                columns: new[] { "vehicle_id", "odometer_miles" });

            migrationBuilder.CreateIndex(
                name: "bb_ix_account_balances_account_id_ledger_date",
                table: "account_balances",
                columns: new[] { "account_id", "ledger_date", "overall_date" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "bb_ix_fuellog_date",
                table: "fuellog");

            migrationBuilder.DropIndex(
                name: "bb_ix_fuellog_vehicle_id_odometer_miles",
                table: "fuellog");

            migrationBuilder.DropIndex(
                name: "bb_ix_account_balances_account_id_ledger_date",
                table: "account_balances");

            migrationBuilder.CreateIndex(
                name: "bb_ix_account_balances_account_id_overall_date",
                table: "account_balances",
                columns: new[] { "account_id", "overall_date" });
        }
    }
}
