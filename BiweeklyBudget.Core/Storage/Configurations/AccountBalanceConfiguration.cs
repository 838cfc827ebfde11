using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BiweeklyBudget.Core.Storage.Configurations;

internal sealed class AccountBalanceConfiguration : IEntityTypeConfiguration<AccountBalance>
{
    public void Configure(EntityTypeBuilder<AccountBalance> table)
    {
        table.ToTable("account_balances");
        table.Property(x => x.Available).HasColumnName("avail");
        table.Property(x => x.AvailableDate).HasColumnName("avail_date");
        table.HasOne<Account>().WithMany().HasForeignKey(x => x.AccountId);
    }
}
