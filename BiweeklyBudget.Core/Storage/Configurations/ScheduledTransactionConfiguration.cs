using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BiweeklyBudget.Core.Storage.Configurations;

internal sealed class ScheduledTransactionConfiguration : IEntityTypeConfiguration<ScheduledTransaction>
{
    public void Configure(EntityTypeBuilder<ScheduledTransaction> table)
    {
        table.ToTable("scheduled_transactions");
        table.Property(x => x.Description).HasMaxLength(254);
        table.Property(x => x.Notes).HasMaxLength(254);
        table.Property(x => x.NumberPerPeriod).HasColumnName("num_per_period");
        table.HasIndex(x => x.Description).HasDatabaseName("ix_scheduled_transactions_description");
        table.HasOne<Account>().WithMany().HasForeignKey(x => x.AccountId);
        table.HasOne<Budget>().WithMany().HasForeignKey(x => x.BudgetId);
    }
}
