using BiweeklyBudget.Core.Storage.MySql;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BiweeklyBudget.Core.Storage.Migrations.MySql
{
    /// <summary>
    /// Balances are found by their own day, fills by day and by odometer (docs/spec/schema.md §4). MySQL commits every statement that changes the schema by itself: each of
    /// these finds what is done already, so that the migration can be run again after it was cut short.
    /// </summary>
    internal partial class ByOwnDay : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The new index of balances comes before the old one goes: one of them has to serve the foreign key.
            migrationBuilder.AddIndexIfAbsent("account_balances", "bb_ix_account_balances_account_id_ledger_date", "account_id", "ledger_date", "overall_date");
            migrationBuilder.DropIndexIfPresent("account_balances", "bb_ix_account_balances_account_id_overall_date");
            migrationBuilder.AddIndexIfAbsent("fuellog", "bb_ix_fuellog_vehicle_id_odometer_miles", "vehicle_id", "odometer_miles");
            migrationBuilder.AddIndexIfAbsent("fuellog", "bb_ix_fuellog_date", "date");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndexIfPresent("fuellog", "bb_ix_fuellog_date");
            migrationBuilder.DropIndexIfPresent("fuellog", "bb_ix_fuellog_vehicle_id_odometer_miles");
            migrationBuilder.AddIndexIfAbsent("account_balances", "bb_ix_account_balances_account_id_overall_date", "account_id", "overall_date");
            migrationBuilder.DropIndexIfPresent("account_balances", "bb_ix_account_balances_account_id_ledger_date");
        }
    }
}
