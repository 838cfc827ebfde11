using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BiweeklyBudget.Core.Storage.Configurations;

internal sealed class TransactionConfiguration : IEntityTypeConfiguration<Transaction>
{
    public void Configure(EntityTypeBuilder<Transaction> table)
    {
        table.ToTable("transactions");
        table.Property(x => x.Description).HasMaxLength(254);
        table.Property(x => x.Notes).HasMaxLength(254);
        table.Property(x => x.ScheduledTransactionId).HasColumnName("scheduled_trans_id");
        table.HasIndex(x => x.Description).HasDatabaseName("ix_transactions_description");
        table.HasIndex(x => x.Date).HasDatabaseName("bb_ix_transactions_date");
        table.HasOne<Account>().WithMany().HasForeignKey(x => x.AccountId);
        table.HasOne<ScheduledTransaction>().WithMany().HasForeignKey(x => x.ScheduledTransactionId);
        table.HasOne<Budget>().WithMany().HasForeignKey(x => x.PlannedBudgetId);
        table.HasOne<Transaction>().WithMany().HasForeignKey(x => x.TransferId);
    }
}
