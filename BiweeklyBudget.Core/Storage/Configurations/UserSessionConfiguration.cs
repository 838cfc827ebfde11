using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BiweeklyBudget.Core.Storage.Configurations;

internal sealed class UserSessionConfiguration : IEntityTypeConfiguration<UserSession>
{
    public void Configure(EntityTypeBuilder<UserSession> table)
    {
        table.ToTable("bb_sessions");
        table.HasKey(x => x.KeyHash);
        table.Property(x => x.KeyHash).HasMaxLength(64);
        table.Property(x => x.Device).HasMaxLength(254);
        table.HasIndex(x => x.UserId).HasDatabaseName("bb_ix_bb_sessions_user_id");
    }
}
