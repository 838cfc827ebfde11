using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BiweeklyBudget.Core.Storage.Configurations;

internal sealed class UserTokenConfiguration : IEntityTypeConfiguration<UserToken>
{
    public void Configure(EntityTypeBuilder<UserToken> table)
    {
        table.ToTable("bb_tokens");
        table.Property(x => x.Name).HasMaxLength(100);
        table.Property(x => x.KeyHash).HasMaxLength(64);
        table.HasIndex(x => x.KeyHash).IsUnique().HasDatabaseName("bb_uq_bb_tokens_key_hash");
        table.HasIndex(x => x.UserId).HasDatabaseName("bb_ix_bb_tokens_user_id");
    }
}
