using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BiweeklyBudget.Core.Storage.Configurations;

internal sealed class PlaidItemConfiguration : IEntityTypeConfiguration<PlaidItem>
{
    public void Configure(EntityTypeBuilder<PlaidItem> table)
    {
        table.ToTable("plaid_items");
        table.HasKey(x => x.ItemId);
        table.Property(x => x.ItemId).HasMaxLength(70);
        table.Property(x => x.AccessToken).HasMaxLength(70);
        table.Property(x => x.InstitutionName).HasMaxLength(100);
        table.Property(x => x.InstitutionId).HasMaxLength(50);
    }
}
