using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.Accounts;

/// <summary>The form of an account (spec/http-api.md §10.1).</summary>
internal sealed class AccountForm : Form<AccountChange, int>
{
    private const string NoPlaidAccount = "null,null";

    protected override IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string>
    {
        [nameof(AccountChange.Id)] = "id",
        [nameof(AccountChange.Name)] = "name",
        [nameof(AccountChange.Description)] = "description",
        [nameof(AccountChange.Type)] = "acct_type",
        [nameof(AccountChange.IsActive)] = "is_active",
        [nameof(AccountChange.IsReconciled)] = "reconcile_trans",
        [nameof(AccountChange.NegatesBankAmounts)] = "negate_ofx_amounts",
        [nameof(AccountChange.AppendsMemoToName)] = "ofx_cat_memo_to_name",
        [nameof(AccountChange.OpeningBalance)] = "opening_balance",
        [nameof(AccountChange.OpeningDay)] = "opening_date",
        [nameof(AccountChange.CreditLimit)] = "credit_limit",
        [nameof(AccountChange.Apr)] = "apr",
        [nameof(AccountChange.PrimeRateMargin)] = "prime_rate_margin",
        [nameof(AccountChange.InterestCalculation)] = "interest_class_name",
        [nameof(AccountChange.MinimumPaymentRule)] = "min_payment_class_name",
        [nameof(AccountChange.InterestChargePattern)] = "re_interest_charge",
        [nameof(AccountChange.InterestPaidPattern)] = "re_interest_paid",
        [nameof(AccountChange.PaymentPattern)] = "re_payment",
        [nameof(AccountChange.LateFeePattern)] = "re_late_fee",
        [nameof(AccountChange.OtherFeePattern)] = "re_other_fee",
        [nameof(AccountChange.VaultCredentialsPath)] = "vault_creds_path",
        [nameof(AccountChange.StatementDownloadJson)] = "ofxgetter_config_json",
        [nameof(AccountChange.KeepsStatementDownload)] = "keep_download",
        [nameof(AccountChange.PlaidAccount)] = "plaid_account",
    };

    protected override AccountChange Read(FieldReader fields) => new()
    {
        Id = fields.RowId(),
        Name = fields.Text("name"),
        Description = fields.TextOrNull("description"),
        Type = Named<AccountType>(fields, "acct_type", $"\"{fields.Form["acct_type"].Text}\" is not a valid Account Type"),
        IsActive = fields.Flag("is_active") ?? true,
        IsReconciled = fields.Flag("reconcile_trans") ?? true,
        NegatesBankAmounts = fields.Flag("negate_ofx_amounts") ?? false,
        AppendsMemoToName = fields.Flag("ofx_cat_memo_to_name") ?? false,
        OpeningBalance = fields.AmountOrNull("opening_balance"),
        OpeningDay = fields.IsBlank("opening_date") ? null : fields.Date("opening_date"),
        CreditLimit = fields.AmountOrNull("credit_limit"),
        Apr = Rate(fields, "apr"),
        PrimeRateMargin = Rate(fields, "prime_rate_margin"),
        InterestCalculation = NamedOrFirst<InterestCalculation>(fields, "interest_class_name", "Invalid interest class"),
        MinimumPaymentRule = NamedOrFirst<MinimumPaymentRule>(fields, "min_payment_class_name", "Invalid minimum payment class name"),
        InterestChargePattern = fields.TextOrNull("re_interest_charge"),
        InterestPaidPattern = fields.TextOrNull("re_interest_paid"),
        PaymentPattern = fields.TextOrNull("re_payment"),
        LateFeePattern = fields.TextOrNull("re_late_fee"),
        OtherFeePattern = fields.TextOrNull("re_other_fee"),
        VaultCredentialsPath = fields.TextOrNull("vault_creds_path"),
        StatementDownloadJson = fields.TextOrNull("ofxgetter_config_json"),
        KeepsStatementDownload = fields.Flag("keep_download") ?? false,
        PlaidAccount = PlaidAccount(fields),
    };

    protected override Task<Outcome<int>> SaveAsync(BudgetBook book, AccountChange command, CancellationToken cancellationToken) => book.Accounts.SaveAsync(command, cancellationToken);

    protected override Task<IReadOnlyList<Problem>> CheckAsync(BudgetBook book, AccountChange command, IReadOnlySet<string> unknown, CancellationToken cancellationToken) =>
        book.Accounts.CheckAsync(command, unknown, cancellationToken);

    protected override string Success(AccountChange command, int saved) => $"Successfully saved Account {saved} in database.";

    protected override string? Words(AccountChange command, int saved) => PlainWords.Saved(command.Name);

    /// <summary>A rate as a fraction: what is greater than 1 was given in percent (spec/domain.md §11). One that no account can have is named as it was written.</summary>
    private static decimal? Rate(FieldReader fields, string field)
    {
        var rate = fields.AmountOrNull(field);
        var fraction = rate > 1 ? decimal.Round(rate.Value * 0.01m, 4, MidpointRounding.AwayFromZero) : rate;
        if (fraction is not null && Math.Abs(fraction.Value) > AccountChange.LargestRate)
        {
            fields.Errors.Add(field, $"Invalid Decimal value: \"{fields.Form[field].Text}\"");
        }

        return fraction;
    }

    /// <summary>The first name stands for a field that was not sent; a blank one is none of them.</summary>
    private static TName NamedOrFirst<TName>(FieldReader fields, string field, string whenOther)
        where TName : struct, Enum =>
        fields.Form[field].Kind is FormValueKind.Missing or FormValueKind.Null ? Enum.GetValues<TName>()[0] : Named<TName>(fields, field, whenOther);

    private static TName Named<TName>(FieldReader fields, string field, string whenOther)
        where TName : struct, Enum
    {
        var index = Array.IndexOf(Enum.GetNames<TName>(), fields.Form[field].Text);
        if (index < 0)
        {
            fields.Errors.Add(field, whenOther);
        }

        return Enum.GetValues<TName>()[Math.Max(index, 0)];
    }

    private static PlaidAccountKey? PlaidAccount(FieldReader fields)
    {
        switch (fields.TextOrNull("plaid_account")?.Split(','))
        {
            case null:
            case ["null", "null"]:
                return null;
            case [{ Length: > 0 } item, { Length: > 0 } account]:
                return new PlaidAccountKey(item, account);
            default:
                fields.Errors.Add("plaid_account", $"Invalid Plaid account; expected \"item_id,account_id\" or \"{NoPlaidAccount}\"");
                return null;
        }
    }
}
