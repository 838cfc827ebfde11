using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BiweeklyBudget.Core.Storage.Configurations;

internal sealed class AuditRowConfiguration : IEntityTypeConfiguration<AuditRow>
{
    public void Configure(EntityTypeBuilder<AuditRow> table)
    {
        table.ToTable("bb_audit");
        table.Property(x => x.Id).ValueGeneratedNever();
        table.Property(x => x.Who).HasMaxLength(254);
        table.Property(x => x.Place).HasMaxLength(100);
        table.Property(x => x.Kind).HasMaxLength(50);
        table.Property(x => x.Subject).HasMaxLength(254);
        table.Property(x => x.Details).HasMaxLength(1000);
        table.Property(x => x.ChangeHash).HasMaxLength(64);
        table.Property(x => x.Hash).HasMaxLength(64);
        table.HasIndex(x => x.At).HasDatabaseName("bb_ix_bb_audit_at");
        table.HasIndex(x => x.Kind).HasDatabaseName("bb_ix_bb_audit_kind");
        table.HasIndex(x => x.ChangeId).HasDatabaseName("bb_ix_bb_audit_change_id");
    }
}
