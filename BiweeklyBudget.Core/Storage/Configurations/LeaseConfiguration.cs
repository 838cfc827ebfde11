using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BiweeklyBudget.Core.Storage.Configurations;

internal sealed class LeaseConfiguration : IEntityTypeConfiguration<Lease>
{
    public void Configure(EntityTypeBuilder<Lease> table)
    {
        table.ToTable("bb_leases");
        table.HasKey(x => x.Name);
        table.Property(x => x.Name).HasMaxLength(64);
        table.Property(x => x.Holder).HasMaxLength(100);
    }
}
