using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BiweeklyBudget.Core.Storage.Configurations;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> table)
    {
        table.ToTable("accounts");
        table.Property(x => x.Name).HasMaxLength(50);
        table.Property(x => x.Description).HasMaxLength(254);
        table.Property(x => x.AppendsMemoToName).HasColumnName("ofx_cat_memo_to_name");
        table.Property(x => x.VaultCredentialsPath).HasColumnName("vault_creds_path").HasMaxLength(254);
        table.Property(x => x.StatementDownloadJson).HasColumnName("ofxgetter_config_json").HasColumnType("TEXT");
        table.Property(x => x.NegatesBankAmounts).HasColumnName("negate_ofx_amounts");
        table.Property(x => x.IsReconciled).HasColumnName("reconcile_trans");
        table.Property(x => x.Type).HasColumnName("acct_type");
        table.Property(x => x.Apr).HasPrecision(5, 4);
        table.Property(x => x.PrimeRateMargin).HasPrecision(5, 4);
        table.Property(x => x.InterestMethod).HasColumnName("interest_class_name").HasMaxLength(70);
        table.Property(x => x.MinimumPaymentMethod).HasColumnName("min_payment_class_name").HasMaxLength(70);
        table.Property(x => x.InterestChargePattern).HasColumnName("re_interest_charge").HasMaxLength(254);
        table.Property(x => x.InterestPaidPattern).HasColumnName("re_interest_paid").HasMaxLength(254);
        table.Property(x => x.PaymentPattern).HasColumnName("re_payment").HasMaxLength(254);
        table.Property(x => x.LateFeePattern).HasColumnName("re_late_fee").HasMaxLength(254);
        table.Property(x => x.OtherFeePattern).HasColumnName("re_other_fee").HasMaxLength(254);
        table.Property(x => x.PlaidItemId).HasMaxLength(70);
        table.Property(x => x.PlaidAccountId).HasMaxLength(70);
        table.HasIndex(x => x.Name).IsUnique().HasDatabaseName("ix_accounts_name");
        table.HasOne<PlaidAccount>().WithMany().HasForeignKey(x => new { x.PlaidItemId, x.PlaidAccountId });
    }
}
