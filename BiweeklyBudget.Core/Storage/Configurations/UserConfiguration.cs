using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BiweeklyBudget.Core.Storage.Configurations;

internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> table)
    {
        table.ToTable("bb_users");
        table.Property(x => x.Name).HasMaxLength(100);
        table.Property(x => x.Role).HasMaxLength(20);
        table.Property(x => x.PasswordHash).HasMaxLength(254);
        table.Property(x => x.CodeHash).HasMaxLength(64);
        table.Property(x => x.SecondFactor).HasMaxLength(254);
        table.HasIndex(x => x.Name).IsUnique().HasDatabaseName("bb_uq_bb_users_name");
        table.HasIndex(x => x.CodeHash).IsUnique().HasDatabaseName("bb_uq_bb_users_code_hash");
    }
}
