using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BiweeklyBudget.Core.Storage.Configurations;

internal sealed class StatementConfiguration : IEntityTypeConfiguration<Statement>
{
    public void Configure(EntityTypeBuilder<Statement> table)
    {
        table.ToTable("ofx_statements");
        table.Property(x => x.FileName).HasColumnName("filename").HasMaxLength(254);
        table.Property(x => x.FileTime).HasColumnName("file_mtime");
        table.Property(x => x.Currency).HasMaxLength(10);
        table.Property(x => x.BankId).HasColumnName("bankid").HasMaxLength(20);
        table.Property(x => x.RoutingNumber).HasMaxLength(20);
        table.Property(x => x.BankAccountType).HasColumnName("acct_type").HasMaxLength(32);
        table.Property(x => x.BrokerId).HasColumnName("brokerid").HasMaxLength(30);
        table.Property(x => x.BankAccountId).HasColumnName("acctid").HasMaxLength(30);
        table.Property(x => x.Type).HasMaxLength(20);
        table.Property(x => x.LedgerBalance).HasColumnName("ledger_bal");
        table.Property(x => x.LedgerBalanceAsOf).HasColumnName("ledger_bal_as_of");
        table.Property(x => x.AvailableBalance).HasColumnName("avail_bal");
        table.Property(x => x.AvailableBalanceAsOf).HasColumnName("avail_bal_as_of");
        table.HasIndex(x => new { x.AccountId, x.FileName }).IsUnique().HasDatabaseName("uq_ofx_statements_account_id");
        table.HasIndex(x => new { x.AccountId, x.AsOf }).HasDatabaseName("bb_ix_ofx_statements_account_id_as_of");
        table.HasOne<Account>().WithMany().HasForeignKey(x => x.AccountId);
    }
}
