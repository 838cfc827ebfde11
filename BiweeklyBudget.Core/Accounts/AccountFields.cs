using BiweeklyBudget.Core.Forms;
using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Accounts;

/// <summary>The values of an account form (spec/http-api.md §10.1); what is wrong whatever the database holds is reported while reading.</summary>
internal sealed class AccountFields
{
    private const string NoPlaidAccount = "null,null";

    // Stored rates are DECIMAL(5,4).
    private const decimal LargestRate = 9.9999m;

    private static readonly string[] InterestMethods = ["AdbCompoundedDaily", "SimpleInterest"];
    private static readonly string[] MinimumPaymentMethods = ["MinPaymentAmEx", "MinPaymentCiti", "MinPaymentDiscover"];

    private readonly FieldReader _fields;
    private readonly FormValues _form;

    public AccountFields(FormValues form, FieldReader fields)
    {
        _fields = fields;
        _form = form;
        Id = fields.RowId();
        Name = fields.RequiredText("name", "Name cannot be empty", 50);
        Description = fields.LimitedTextOrNull("description");
        Type = ReadType();
        AppendsMemoToName = fields.Flag("ofx_cat_memo_to_name") ?? false;
        NegatesBankAmounts = fields.Flag("negate_ofx_amounts") ?? false;
        IsReconciled = fields.Flag("reconcile_trans") ?? true;
        IsActive = fields.Flag("is_active") ?? true;
        VaultCredentialsPath = fields.LimitedTextOrNull("vault_creds_path");
        StatementDownloadJson = ReadJson();
        CreditLimit = fields.AmountOrNull("credit_limit");
        Apr = Rate("apr");
        PrimeRateMargin = Rate("prime_rate_margin");
        InterestMethod = Choice("interest_class_name", InterestMethods, "Invalid interest class");
        MinimumPaymentMethod = Choice("min_payment_class_name", MinimumPaymentMethods, "Invalid minimum payment class name");
        InterestChargePattern = Pattern("re_interest_charge");
        InterestPaidPattern = Pattern("re_interest_paid");
        PaymentPattern = Pattern("re_payment");
        LateFeePattern = Pattern("re_late_fee");
        OtherFeePattern = Pattern("re_other_fee");
        (PlaidItemId, PlaidAccountId) = PlaidAccount();
    }

    public int? Id { get; }

    public string Name { get; }

    public string? Description { get; }

    public AccountType? Type { get; }

    public bool AppendsMemoToName { get; }

    public bool NegatesBankAmounts { get; }

    public bool IsReconciled { get; }

    public bool IsActive { get; }

    public string? VaultCredentialsPath { get; }

    public string? StatementDownloadJson { get; }

    public decimal? CreditLimit { get; }

    public decimal? Apr { get; }

    public decimal? PrimeRateMargin { get; }

    public string? InterestMethod { get; }

    public string? MinimumPaymentMethod { get; }

    public string? InterestChargePattern { get; }

    public string? InterestPaidPattern { get; }

    public string? PaymentPattern { get; }

    public string? LateFeePattern { get; }

    public string? OtherFeePattern { get; }

    public string? PlaidItemId { get; }

    public string? PlaidAccountId { get; }

    private AccountType? ReadType()
    {
        var text = _form["acct_type"].Text;
        foreach (var type in Enum.GetValues<AccountType>())
        {
            if (text == type.ToString())
            {
                return type;
            }
        }

        _fields.Errors.Add("acct_type", $"\"{text}\" is not a valid Account Type");
        return null;
    }

    private string? ReadJson()
    {
        if (_fields.LongTextOrNull("ofxgetter_config_json") is not { } text)
        {
            return null;
        }

        if (!DownloadConfiguration.TryParse(text, out _))
        {
            _fields.Errors.Add("ofxgetter_config_json", "Invalid JSON!");
            return null;
        }

        return text;
    }

    /// <summary>A rate as a fraction: what is greater than 1 was given in percent (spec/domain.md §11).</summary>
    private decimal? Rate(string field)
    {
        var rate = _fields.AmountOrNull(field);
        var fraction = rate > 1 ? decimal.Round(rate.Value * 0.01m, 4, MidpointRounding.AwayFromZero) : rate;
        if (fraction is not null && Math.Abs(fraction.Value) > LargestRate)
        {
            _fields.Errors.Add(field, FieldReader.InvalidDecimal(_form[field]));
        }

        return fraction;
    }

    /// <summary>One of a few names; the first when the field was not sent. A blank one is none of them.</summary>
    private string Choice(string field, string[] names, string whenOther)
    {
        if (_form[field].Kind is FormValueKind.Missing or FormValueKind.Null)
        {
            return names[0];
        }

        if (!names.Contains(_form[field].Text, StringComparer.Ordinal))
        {
            _fields.Errors.Add(field, whenOther);
        }

        return _form[field].Text;
    }

    private string? Pattern(string field)
    {
        var pattern = _fields.LimitedTextOrNull(field);
        if (pattern is not null && !PythonPattern.TryCompile(pattern, out _))
        {
            _fields.Errors.Add(field, "Invalid regular expression.");
        }

        return pattern;
    }

    private (string? ItemId, string? AccountId) PlaidAccount()
    {
        var text = _fields.LimitedTextOrNull("plaid_account", int.MaxValue);
        switch (text?.Split(','))
        {
            case null:
            case ["null", "null"]:
                return (null, null);
            case [{ Length: > 0 } item, { Length: > 0 } account]:
                return (item, account);
            default:
                _fields.Errors.Add("plaid_account", $"Invalid Plaid account; expected \"item_id,account_id\" or \"{NoPlaidAccount}\"");
                return (null, null);
        }
    }
}
