using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BiweeklyBudget.Core.Storage.Configurations;

internal sealed class StoredReplyConfiguration : IEntityTypeConfiguration<StoredReply>
{
    public void Configure(EntityTypeBuilder<StoredReply> table)
    {
        table.ToTable("bb_replies");
        table.HasKey(x => x.KeyHash);
        table.Property(x => x.KeyHash).HasMaxLength(64);
        table.Property(x => x.RequestHash).HasMaxLength(64);
        table.HasIndex(x => x.At).HasDatabaseName("bb_ix_bb_replies_at");
    }
}
