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
        table.HasOne<Vehicle>().WithMany().HasForeignKey(x => x.VehicleId);
    }
}
