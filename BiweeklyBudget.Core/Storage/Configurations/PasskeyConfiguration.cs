using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BiweeklyBudget.Core.Storage.Configurations;

internal sealed class PasskeyConfiguration : IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<Passkey> table)
    {
        table.ToTable("bb_passkeys");
        table.Property(x => x.Name).HasMaxLength(100);
        table.Property(x => x.CredentialId).HasMaxLength(1364);
        table.Property(x => x.CredentialHash).HasMaxLength(64);
        table.HasIndex(x => x.CredentialHash).IsUnique().HasDatabaseName("bb_uq_bb_passkeys_credential_hash");
        table.HasIndex(x => x.UserId).HasDatabaseName("bb_ix_bb_passkeys_user_id");
    }
}
