using System.Globalization;
using System.Text.Json;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.TestSupport;

/// <summary>The starting contents of the database that a vector describes (<c>eng/testdata/vectors/README.md</c>, "world").</summary>
public static class VectorWorld
{
    /// <summary>
    /// Inserts the rows of a world as given; nothing derived is recalculated. References to rows that the world leaves out
    /// are let through. The tables must be empty.
    /// </summary>
    internal static async Task LoadAsync(BudgetDbContext database, JsonElement world)
    {
        ArgumentNullException.ThrowIfNull(database);
        var rows = new VectorRow(world);
        await using (await UncheckedReferences.OpenAsync(database))
        {
            database.AddRange(rows.List("plaid_items").Select(PlaidItem));
            database.AddRange(rows.List("plaid_accounts").Select(PlaidAccount));
            database.AddRange(rows.List("accounts").Select(Account));
            database.AddRange(rows.List("account_balances").Select(AccountBalance));
            database.AddRange(rows.List("budgets").Select(Budget));
            database.AddRange(rows.List("scheduled").Select(Scheduled));
            database.AddRange(rows.List("transactions").Select(Transaction));
            database.AddRange(rows.List("transactions").SelectMany(Splits).Select((split, index) => WithId(split, index + 1)));
            database.AddRange(rows.List("ofx_statements").Select(Statement));
            database.AddRange(rows.List("ofx_transactions").Select(BankTransaction));
            database.AddRange(rows.List("reconciles").Select(Reconciliation));
            database.AddRange(rows.List("vehicles").Select(Vehicle));
            database.AddRange(rows.List("fuel_fills").Select(FuelFill));
            database.AddRange(rows.List("projects").Select(Project));
            database.AddRange(rows.List("bom_items").Select(ProjectItem));
            await database.SaveChangesAsync();
        }

        database.ChangeTracker.Clear();
    }

    /// <summary>Empties all tables and starts their ids at 1 again, so that the next world can use the same database.</summary>
    internal static async Task ClearAsync(BudgetDbContext database)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var open = await UncheckedReferences.OpenAsync(database);
        var tables = database.Model.GetEntityTypes().Where(t => t.ClrType != typeof(UpstreamRevision)).Select(t => t.GetTableName()!).Distinct(StringComparer.Ordinal).ToList();
        foreach (var table in await open.FilledAsync(tables))
        {
            await open.EmptyAsync(table);
        }

        database.ChangeTracker.Clear();
    }

    private static PlaidItem PlaidItem(VectorRow row) => new()
    {
        ItemId = row.Text("item_id")!,
        AccessToken = row.Text("access_token"),
        InstitutionName = row.Text("institution_name"),
        InstitutionId = row.Text("institution_id"),
        LastUpdated = row.Instant("last_updated"),
    };

    private static PlaidAccount PlaidAccount(VectorRow row) => new()
    {
        ItemId = row.Text("item_id")!,
        AccountId = row.Text("account_id")!,
        Name = row.Text("name"),
        Mask = row.Text("mask"),
        AccountType = row.Text("account_type"),
        AccountSubtype = row.Text("account_subtype"),
    };

    private static Account Account(VectorRow row) => new()
    {
        Id = row.Id,
        Name = row.Text("name"),
        Description = row.Text("description"),
        AppendsMemoToName = row.Flag("ofx_cat_memo_to_name", false),
        VaultCredentialsPath = row.Text("vault_creds_path"),
        StatementDownloadJson = row.Text("ofxgetter_config_json"),
        NegatesBankAmounts = row.Flag("negate_ofx_amounts", false),
        IsReconciled = row.Flag("reconcile_trans", true) ?? true,
        Type = row.Text("acct_type") is { } type ? Enum.Parse<AccountType>(type) : null,
        CreditLimit = row.Money("credit_limit"),
        Apr = row.Money("apr"),
        PrimeRateMargin = row.Money("prime_rate_margin"),
        InterestMethod = row.Text("interest_class_name"),
        MinimumPaymentMethod = row.Text("min_payment_class_name"),
        IsActive = row.Flag("is_active", true),
        InterestChargePattern = row.Text("re_interest_charge"),
        InterestPaidPattern = row.Text("re_interest_paid"),
        PaymentPattern = row.Text("re_payment"),
        LateFeePattern = row.Text("re_late_fee"),
        OtherFeePattern = row.Text("re_other_fee"),
        PlaidItemId = row.Text("plaid_item_id"),
        PlaidAccountId = row.Text("plaid_account_id"),
    };

    private static AccountBalance AccountBalance(VectorRow row) => new()
    {
        Id = row.Id,
        AccountId = row.Number("account_id")!.Value,
        Ledger = row.Money("ledger"),
        LedgerDate = row.Instant("ledger_date"),
        Available = row.Money("avail"),
        AvailableDate = row.Instant("avail_date"),
        OverallDate = row.Instant("overall_date"),
    };

    private static Budget Budget(VectorRow row) => new()
    {
        Id = row.Id,
        Name = row.Text("name"),
        Description = row.Text("description"),
        IsPeriodic = row.Flag("is_periodic", true),
        StartingBalance = row.Money("starting_balance"),
        CurrentBalance = row.Money("current_balance"),
        IsActive = row.Flag("is_active", true),
        IsIncome = row.Flag("is_income", false),
        IsOmittedFromGraphs = row.Flag("omit_from_graphs", false),
    };

    private static ScheduledTransaction Scheduled(VectorRow row) => new()
    {
        Id = row.Id,
        Description = row.Text("description") ?? "",
        Amount = row.Money("amount") ?? 0m,
        SalesTax = row.Money("sales_tax") ?? 0m,
        AccountId = row.Number("account_id"),
        BudgetId = row.Number("budget_id"),
        Notes = row.Text("notes"),
        IsActive = row.Flag("is_active", true),
        Date = row.Date("date"),
        DayOfMonth = row.SmallNumber("day_of_month"),
        NumberPerPeriod = row.SmallNumber("num_per_period"),
        DayOfWeek = row.SmallNumber("day_of_week"),
        AnnualMonth = row.SmallNumber("annual_month"),
        AnnualDay = row.SmallNumber("annual_day"),
    };

    private static Transaction Transaction(VectorRow row) => new()
    {
        Id = row.Id,
        Date = row.Date("date"),
        Description = row.Text("description") ?? "",
        AccountId = row.Number("account_id"),
        BudgetedAmount = row.Money("budgeted_amount"),
        PlannedBudgetId = row.Number("planned_budget_id"),
        ScheduledTransactionId = row.Number("scheduled_id"),
        SalesTax = row.Money("sales_tax") ?? 0m,
        Notes = row.Text("notes"),
        TransferId = row.Number("transfer_id"),
    };

    private static IEnumerable<TransactionSplit> Splits(VectorRow row) =>
        row.List("budgets").Select(s => new TransactionSplit { TransactionId = row.Id, BudgetId = s.Number("budget_id"), Amount = s.Money("amount") ?? 0m });

    private static TransactionSplit WithId(TransactionSplit split, int id)
    {
        split.Id = id;
        return split;
    }

    private static Statement Statement(VectorRow row) => new()
    {
        Id = row.Id,
        AccountId = row.Number("account_id")!.Value,
        FileName = row.Text("filename"),
        FileTime = row.Instant("file_mtime"),
        Currency = row.Text("currency"),
        BankId = row.Text("bankid"),
        RoutingNumber = row.Text("routing_number"),
        BankAccountType = row.Text("acct_type"),
        BrokerId = row.Text("brokerid"),
        BankAccountId = row.Text("acctid"),
        Type = row.Text("type"),
        AsOf = row.Instant("as_of"),
        LedgerBalance = row.Money("ledger_bal"),
        LedgerBalanceAsOf = row.Instant("ledger_bal_as_of"),
        AvailableBalance = row.Money("avail_bal"),
        AvailableBalanceAsOf = row.Instant("avail_bal_as_of"),
    };

    private static BankTransaction BankTransaction(VectorRow row) => new()
    {
        AccountId = row.Number("account_id")!.Value,
        StatementId = row.Number("statement_id") ?? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"A bank transaction without a statement: {row.Json}")),
        FitId = row.Text("fitid")!,
        TransactionType = row.Text("trans_type"),
        DatePosted = row.Instant("date_posted"),
        Amount = row.Money("amount"),
        Name = row.Text("name"),
        Memo = row.Text("memo"),
        Sic = row.Text("sic"),
        Mcc = row.Text("mcc"),
        CheckNumber = row.Text("checknum"),
        Description = row.Text("description"),
        IsPayment = row.Flag("is_payment", false),
        IsLateFee = row.Flag("is_late_fee", false),
        IsInterestCharge = row.Flag("is_interest_charge", false),
        IsOtherFee = row.Flag("is_other_fee", false),
        IsInterestPayment = row.Flag("is_interest_payment", false),
    };

    private static Reconciliation Reconciliation(VectorRow row) => new()
    {
        Id = row.Id,
        TransactionId = row.Number("txn_id"),
        BankAccountId = row.Number("ofx_account_id"),
        BankFitId = row.Text("ofx_fitid"),
        Note = row.Text("note"),
        ReconciledAt = row.Instant("reconciled_at"),
    };

    private static Vehicle Vehicle(VectorRow row) => new() { Id = row.Id, Name = row.Text("name"), IsActive = row.Flag("is_active", true) };

    private static FuelFill FuelFill(VectorRow row) => new()
    {
        Id = row.Id,
        Date = row.Date("date"),
        VehicleId = row.Number("vehicle_id"),
        OdometerMiles = row.Number("odometer_miles"),
        ReportedMiles = row.SmallNumber("reported_miles"),
        CalculatedMiles = row.SmallNumber("calculated_miles"),
        LevelBefore = row.SmallNumber("level_before"),
        LevelAfter = row.SmallNumber("level_after"),
        FillLocation = row.Text("fill_location"),
        CostPerGallon = row.Money("cost_per_gallon"),
        TotalCost = row.Money("total_cost"),
        Gallons = row.Money("gallons"),
        ReportedMpg = row.Money("reported_mpg"),
        CalculatedMpg = row.Money("calculated_mpg"),
        Notes = row.Text("notes"),
    };

    private static Project Project(VectorRow row) => new()
    {
        Id = row.Id,
        Name = row.Text("name"),
        Notes = row.Text("notes"),
        IsActive = row.Flag("is_active", true),
        StandingBudgetId = row.Number("standing_budget_id"),
    };

    private static ProjectItem ProjectItem(VectorRow row) => new()
    {
        Id = row.Id,
        ProjectId = row.Number("project_id")!.Value,
        Name = row.Text("name"),
        Notes = row.Text("notes"),
        Quantity = row.Json.TryGetProperty("quantity", out _) ? row.Number("quantity") : 1,
        UnitCost = row.Json.TryGetProperty("unit_cost", out _) ? row.Money("unit_cost") : 0m,
        Url = row.Text("url"),
        IsActive = row.Flag("is_active", true),
    };
}
