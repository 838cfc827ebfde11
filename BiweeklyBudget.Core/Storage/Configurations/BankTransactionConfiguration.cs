using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BiweeklyBudget.Core.Storage.Configurations;

internal sealed class BankTransactionConfiguration : IEntityTypeConfiguration<BankTransaction>
{
    public void Configure(EntityTypeBuilder<BankTransaction> table)
    {
        table.ToTable("ofx_trans");
        table.HasKey(x => new { x.AccountId, x.FitId });
        table.Property(x => x.FitId).HasColumnName("fitid").HasMaxLength(255);
        table.Property(x => x.TransactionType).HasColumnName("trans_type").HasMaxLength(50);
        table.Property(x => x.Name).HasMaxLength(255);
        table.Property(x => x.Memo).HasMaxLength(255);
        table.Property(x => x.Sic).HasMaxLength(255);
        table.Property(x => x.Mcc).HasMaxLength(255);
        table.Property(x => x.CheckNumber).HasColumnName("checknum").HasMaxLength(32);
        table.Property(x => x.Description).HasMaxLength(254);
        table.Property(x => x.Notes).HasColumnType("TEXT");
        table.Property(x => x.PostedDay).HasColumnName("bb_posted_day");
        table.Property(x => x.ReconciliationId).HasColumnName("reconcile_id");
        table.HasIndex(x => x.Name).HasDatabaseName("ix_ofx_trans_name");
        table.HasIndex(x => x.Memo).HasDatabaseName("ix_ofx_trans_memo");
        table.HasIndex(x => x.Description).HasDatabaseName("ix_ofx_trans_description");
        table.HasIndex(x => x.DatePosted).HasDatabaseName("bb_ix_ofx_trans_date_posted");
        table.HasOne<Account>().WithMany().HasForeignKey(x => x.AccountId);
        table.HasOne<Statement>().WithMany().HasForeignKey(x => x.StatementId);
        table.HasOne<Reconciliation>().WithMany().HasForeignKey(x => x.ReconciliationId);
    }
}
