using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BiweeklyBudget.Core.Storage.Configurations;

internal sealed class UpstreamRevisionConfiguration : IEntityTypeConfiguration<UpstreamRevision>
{
    public void Configure(EntityTypeBuilder<UpstreamRevision> table)
    {
        table.ToTable("alembic_version");
        table.HasKey(x => x.Revision);
        table.Property(x => x.Revision).HasColumnName("version_num").HasMaxLength(32);
    }
}
