using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BiweeklyBudget.Core.Storage.Configurations;

internal sealed class BudgetConfiguration : IEntityTypeConfiguration<Budget>
{
    public void Configure(EntityTypeBuilder<Budget> table)
    {
        table.ToTable("budgets");
        table.Property(x => x.Name).HasMaxLength(50);
        table.Property(x => x.Description).HasMaxLength(254);
        table.Property(x => x.IsOmittedFromGraphs).HasColumnName("omit_from_graphs");
        table.HasIndex(x => x.Name).IsUnique().HasDatabaseName("ix_budgets_name");
    }
}
