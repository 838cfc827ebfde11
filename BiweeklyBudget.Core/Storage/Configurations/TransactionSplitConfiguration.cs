using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BiweeklyBudget.Core.Storage.Configurations;

internal sealed class TransactionSplitConfiguration : IEntityTypeConfiguration<TransactionSplit>
{
    public void Configure(EntityTypeBuilder<TransactionSplit> table)
    {
        table.ToTable("budget_transactions");
        table.Property(x => x.TransactionId).HasColumnName("trans_id");
        table.HasOne<Transaction>().WithMany(x => x.Splits).HasForeignKey(x => x.TransactionId);
        table.HasOne<Budget>().WithMany().HasForeignKey(x => x.BudgetId);
    }
}
