using System.Globalization;
using System.Text.Json;
using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Statements.Ofx;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tests.Statements.Ofx;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Core.Tests.Statements;

/// <summary><c>ofx_transactions.json</c>: flags, signs, and what a file's transaction becomes.</summary>
[Trait("Category", "Vectors")]
public sealed class BankTransactionVectorTests
{
    private const string Area = "ofx_transactions";

    [Fact]
    public void Every_kind_is_run() => Assert.Empty(VectorKinds.NotRunBy(typeof(BankTransactionVectorTests), Area));

    [Theory]
    [Vectors(Area, "classify")]
    public void Flags_follow_from_the_name(VectorCase vector)
    {
        var transaction = new BankTransaction
        {
            Name = vector.Input.GetProperty("name").GetString(),
            IsInterestCharge = new VectorRow(vector.Input).Flag("is_interest_charge_given", false),
        };
        new BankTransactionFlags(Account(vector.Input.GetProperty("patterns"))).Apply(transaction);

        Assert.Equal(vector.Expected.EnumerateObject().Where(f => f.Value.GetBoolean()).Select(f => f.Name).Order(StringComparer.Ordinal), FlagNames.Of(transaction));
    }

    [Theory]
    [Vectors(Area, "reclassify")]
    public void Flags_follow_from_new_patterns(VectorCase vector)
    {
        var transactions = vector.Input.GetProperty("names").EnumerateArray().Select(n => new BankTransaction { Name = n.GetString() }).ToList();
        foreach (var (patterns, expected) in new[] { ("patterns_before", "before"), ("patterns_after", "after") })
        {
            transactions.ForEach(new BankTransactionFlags(Account(vector.Input.GetProperty(patterns))).Apply);
            Assert.Equal(vector.Expected.GetProperty(expected).EnumerateArray().Select(flags => flags.EnumerateArray().Select(f => f.GetString()!).Order(StringComparer.Ordinal)), transactions.Select(t => FlagNames.Of(t).Order(StringComparer.Ordinal)));
        }
    }

    [Theory]
    [Vectors(Area, "account_amount")]
    public void The_account_sees_the_amount_with_its_own_sign(VectorCase vector)
    {
        var input = new VectorRow(vector.Input);

        Assert.Equal(new VectorRow(vector.Expected).Money("amount"), AccountAmount.Of(input.Money("amount")!.Value, input.Flag("negate_ofx_amounts", false)));
    }

    [Theory]
    [Vectors(Area, "from_ofx")]
    public void A_files_transaction_becomes_a_row(VectorCase vector)
    {
        var input = new VectorRow(vector.Input);
        if (input.Text("id") is null)
        {
            Assert.True(vector.Expected.GetProperty("error").GetBoolean());
            KnownDifferences.Rule(Area, "a-missing-fitid-is-derived");
            var read = Assert.Single(OfxText.Read(OfxText.Checking(OfxText.Transaction(""))).Statements[0].Transactions);
            Assert.StartsWith("bb~20170706~-10.00~", Assert.Single(FileMovements.Of([read], new BankTransactionFields(new Account(), new ImportWarnings())).All).Id, StringComparison.Ordinal);
            return;
        }

        var row = new BankTransaction { FitId = input.Text("id")! };
        new BankTransactionFields(new Account { AppendsMemoToName = input.Flag("concatenate_memo", false) }, new ImportWarnings()).Write(
            new OfxTransaction
            {
                FitId = input.Text("id")!,
                Type = input.Text("type")!,
                DatePosted = DateTime.Parse(input.Text("date")!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
                Day = default,
                Amount = input.Money("amount")!.Value,
                Name = input.Text("payee")!,
                Memo = input.Text("memo")!,
                Mcc = input.Text("mcc") ?? "",
                Sic = Words(vector.Input, "sic"),
                CheckNumber = Words(vector.Input, "checknum"),
            },
            row);

        var expected = new VectorRow(vector.Expected);
        Assert.Equal(
            (expected.Text("fitid"), expected.Text("trans_type"), expected.Instant("date_posted"), expected.Money("amount"), expected.Text("name"), expected.Text("memo")),
            (row.FitId, row.TransactionType, row.DatePosted, row.Amount, row.Name, row.Memo));
        Assert.Equal((Words(vector.Expected, "sic"), expected.Text("mcc"), Words(vector.Expected, "checknum")), (row.Sic, row.Mcc, row.CheckNumber));
    }

    /// <summary>A code, which the vectors write as text or as a number.</summary>
    private static string? Words(JsonElement row, string name) => row.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : null;

    private static Account Account(JsonElement patterns)
    {
        var row = new VectorRow(patterns);
        return new Account
        {
            InterestChargePattern = row.Text("re_interest_charge"),
            InterestPaidPattern = row.Text("re_interest_paid"),
            PaymentPattern = row.Text("re_payment"),
            LateFeePattern = row.Text("re_late_fee"),
            OtherFeePattern = row.Text("re_other_fee"),
        };
    }
}
