using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BiweeklyBudget.Core.Storage.Configurations;

internal sealed class FuelFillConfiguration : IEntityTypeConfiguration<FuelFill>
{
    public void Configure(EntityTypeBuilder<FuelFill> table)
    {
        table.ToTable("fuellog");
        table.Property(x => x.FillLocation).HasMaxLength(254);
        table.Property(x => x.Notes).HasMaxLength(254);
        table.Property(x => x.Gallons).HasPrecision(10, 4);
        table.Property(x => x.ReportedMpg).HasPrecision(10, 4);
        table.Property(x => x.CalculatedMpg).HasPrecision(10, 4);
        // Upstream's index of the foreign key stays beside ours, which begins with the same column.
        table.HasIndex(x => x.VehicleId, "fk_fuellog_vehicle_id_vehicles");
        table.HasIndex(x => new { x.VehicleId, x.OdometerMiles }).HasDatabaseName("bb_ix_fuellog_vehicle_id_odometer_miles");
        table.HasIndex(x => x.Date).HasDatabaseName("bb_ix_fuellog_date");
        table.HasOne<Vehicle>().WithMany().HasForeignKey(x => x.VehicleId);
    }
}
