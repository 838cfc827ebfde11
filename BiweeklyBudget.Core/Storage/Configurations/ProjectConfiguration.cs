using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BiweeklyBudget.Core.Storage.Configurations;

internal sealed class ProjectConfiguration : IEntityTypeConfiguration<Project>
{
    public void Configure(EntityTypeBuilder<Project> table)
    {
        table.ToTable("projects");
        table.Property(x => x.Name).HasMaxLength(40);
        table.Property(x => x.Notes).HasMaxLength(254);
        table.HasOne<Budget>().WithMany().HasForeignKey(x => x.StandingBudgetId);
    }
}
