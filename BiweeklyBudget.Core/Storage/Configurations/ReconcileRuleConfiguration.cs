using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BiweeklyBudget.Core.Storage.Configurations;

internal sealed class ReconcileRuleConfiguration : IEntityTypeConfiguration<ReconcileRule>
{
    public void Configure(EntityTypeBuilder<ReconcileRule> table)
    {
        table.ToTable("reconcile_rules");
        table.Property(x => x.Name).HasMaxLength(50);
        table.HasIndex(x => x.Name).IsUnique().HasDatabaseName("uq_reconcile_rules_name");
    }
}
