using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BiweeklyBudget.Core.Storage.Configurations;

internal sealed class ChangedRowConfiguration : IEntityTypeConfiguration<ChangedRow>
{
    public void Configure(EntityTypeBuilder<ChangedRow> table)
    {
        table.ToTable("bb_changed_rows");
        table.HasKey(x => new { x.ChangeId, x.Number });
        table.Property(x => x.TableName).HasMaxLength(64);
        table.Property(x => x.RowKey).HasMaxLength(300);
        table.HasIndex(x => new { x.TableName, x.RowKey }).HasDatabaseName("bb_ix_bb_changed_rows_table_name");
    }
}
