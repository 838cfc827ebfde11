using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BiweeklyBudget.Core.Storage.Configurations;

internal sealed class ProjectItemConfiguration : IEntityTypeConfiguration<ProjectItem>
{
    public void Configure(EntityTypeBuilder<ProjectItem> table)
    {
        table.ToTable("bom_items");
        table.Property(x => x.Name).HasMaxLength(254);
        table.Property(x => x.Notes).HasMaxLength(254);
        table.Property(x => x.Url).HasMaxLength(254);
        table.HasOne<Project>().WithMany().HasForeignKey(x => x.ProjectId);
    }
}
