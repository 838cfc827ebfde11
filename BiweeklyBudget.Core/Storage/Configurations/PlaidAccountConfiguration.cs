using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BiweeklyBudget.Core.Storage.Configurations;

internal sealed class PlaidAccountConfiguration : IEntityTypeConfiguration<PlaidAccount>
{
    public void Configure(EntityTypeBuilder<PlaidAccount> table)
    {
        table.ToTable("plaid_accounts");
        table.HasKey(x => new { x.ItemId, x.AccountId });
        table.Property(x => x.ItemId).HasMaxLength(70);
        table.Property(x => x.AccountId).HasMaxLength(70);
        table.Property(x => x.Name).HasMaxLength(100);
        table.Property(x => x.Mask).HasMaxLength(20);
        table.Property(x => x.AccountType).HasMaxLength(50);
        table.Property(x => x.AccountSubtype).HasMaxLength(50);
        table.HasOne<PlaidItem>().WithMany().HasForeignKey(x => x.ItemId);
    }
}
