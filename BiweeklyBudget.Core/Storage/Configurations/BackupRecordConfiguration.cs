using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BiweeklyBudget.Core.Storage.Configurations;

internal sealed class BackupRecordConfiguration : IEntityTypeConfiguration<BackupRecord>
{
    public void Configure(EntityTypeBuilder<BackupRecord> table)
    {
        table.ToTable("bb_backups");
        table.Property(x => x.Reason).HasMaxLength(50);
        table.Property(x => x.File).HasMaxLength(1024);
        table.HasIndex(x => x.At).HasDatabaseName("bb_ix_bb_backups_at");
    }
}
