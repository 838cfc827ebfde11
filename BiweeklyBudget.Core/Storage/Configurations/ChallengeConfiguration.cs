using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BiweeklyBudget.Core.Storage.Configurations;

internal sealed class ChallengeConfiguration : IEntityTypeConfiguration<Challenge>
{
    public void Configure(EntityTypeBuilder<Challenge> table)
    {
        table.ToTable("bb_challenges");
        table.HasKey(x => x.KeyHash);
        table.Property(x => x.KeyHash).HasMaxLength(64);
        table.Property(x => x.Purpose).HasMaxLength(50);
    }
}
