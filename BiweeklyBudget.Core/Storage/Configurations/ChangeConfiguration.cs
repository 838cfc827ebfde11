using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BiweeklyBudget.Core.Storage.Configurations;

internal sealed class ChangeConfiguration : IEntityTypeConfiguration<Change>
{
    public void Configure(EntityTypeBuilder<Change> table)
    {
        table.ToTable("bb_changes");
        table.Property(x => x.Who).HasMaxLength(254);
        table.Property(x => x.Operation).HasMaxLength(50);
        table.HasIndex(x => x.At).HasDatabaseName("bb_ix_bb_changes_at");
        table.HasIndex(x => x.UndoneChangeId).IsUnique().HasDatabaseName("bb_uq_bb_changes_undone_change_id");
        table.HasMany(x => x.Rows).WithOne().HasForeignKey(x => x.ChangeId);
    }
}
