using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BiweeklyBudget.Core.Storage.Configurations;

internal sealed class ReconciliationConfiguration : IEntityTypeConfiguration<Reconciliation>
{
    public void Configure(EntityTypeBuilder<Reconciliation> table)
    {
        table.ToTable("txn_reconciles");
        table.Property(x => x.TransactionId).HasColumnName("txn_id");
        table.Property(x => x.BankFitId).HasColumnName("ofx_fitid").HasMaxLength(255);
        table.Property(x => x.BankAccountId).HasColumnName("ofx_account_id");
        table.Property(x => x.Note).HasMaxLength(254);
        table.HasIndex(x => x.TransactionId, "uq_txn_reconciles_txn_id").IsUnique();
        table.HasIndex(x => new { x.BankAccountId, x.BankFitId }, "uq_txn_reconciles_ofx_account_id").IsUnique();
        // Upstream has plain indexes over the same columns beside the unique ones (spec/schema.md §3).
        table.HasIndex(x => x.TransactionId, "fk_txn_reconciles_txn_id_transactions");
        table.HasIndex(x => new { x.BankAccountId, x.BankFitId }, "fk_txn_reconciles_ofx_account_id_ofx_trans");
        table.HasIndex(x => x.ReconciledAt).HasDatabaseName("bb_ix_txn_reconciles_reconciled_at");
        table.HasOne<Transaction>().WithMany().HasForeignKey(x => x.TransactionId);
        table.HasOne<BankTransaction>().WithMany().HasForeignKey(x => new { x.BankAccountId, x.BankFitId });
        table.HasOne<ReconcileRule>().WithMany().HasForeignKey(x => x.RuleId);
    }
}
