using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BiweeklyBudget.Core.Storage.Configurations;

internal sealed class StoredSettingConfiguration : IEntityTypeConfiguration<StoredSetting>
{
    public void Configure(EntityTypeBuilder<StoredSetting> table)
    {
        table.ToTable("settings");
        table.HasKey(x => x.Name);
        table.Property(x => x.Name).HasMaxLength(80);
        table.Property(x => x.Value).HasColumnType("TEXT");
        table.Property(x => x.DefaultValue).HasColumnType("TEXT");
    }
}
