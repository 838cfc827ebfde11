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
        // Upstream's index of the foreign key stays beside ours, which begins with the same column.
        table.HasIndex(x => x.AccountId, "fk_account_balances_account_id_accounts");
        table.HasIndex(x => new { x.AccountId, x.LedgerDate, x.OverallDate }).HasDatabaseName("bb_ix_account_balances_account_id_ledger_date");
        table.HasOne<Account>().WithMany().HasForeignKey(x => x.AccountId);
    }
}
