using System.Globalization;
using System.Text.Json;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.TestSupport;
using CsCheck;

namespace BiweeklyBudget.Core.Tests.Money;

/// <summary>The table of typed amounts (eng/testdata/fixtures/amounts.json), which the browser's reader is tested with as well (amounts.test.js).</summary>
public sealed class TypedAmountTests
{
    private static readonly JsonElement Table = JsonDocument.Parse(File.ReadAllText(TestData.Fixture("amounts.json"))).RootElement;

    private static readonly MoneyFormat Dollars = new("en_US", "USD");

    public static TheoryData<string, string, int, string, string, string> Accepted()
    {
        var data = new TheoryData<string, string, int, string, string, string>();
        foreach (var (locale, currency, field) in Fields())
        {
            foreach (var entry in field.GetProperty("accepted").EnumerateObject())
                data.Add(locale, currency, field.GetProperty("decimals").GetInt32(), entry.Name, entry.Value[0].GetString()!, entry.Value[1].GetString()!);
        }

        return data;
    }

    public static TheoryData<string, string, int, string, string, string> Refused()
    {
        var data = new TheoryData<string, string, int, string, string, string>();
        foreach (var (locale, currency, field) in Fields())
        {
            foreach (var entry in field.GetProperty("refused").EnumerateObject())
                data.Add(locale, currency, field.GetProperty("decimals").GetInt32(), entry.Name, entry.Value[0].GetString()!, entry.Value[1].GetString()!);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Accepted))]
    public void Is_read_as_the_table_says(string locale, string currency, int decimals, string typed, string plain, string shown)
    {
        var format = new MoneyFormat(locale, currency);
        var reading = format.Read(typed, decimals);
        Assert.Equal(("", null), (reading.Message, reading.Refusal));
        Assert.Equal(plain, reading.Amount!.Value.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(shown, format.Write(reading.Amount));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Is_refused_as_the_table_says(string locale, string currency, int decimals, string typed, string refusal, string message)
    {
        var reading = new MoneyFormat(locale, currency).Read(typed, decimals);
        Assert.Null(reading.Amount);
        Assert.Equal((refusal, message), (reading.Refusal.ToString(), reading.Message));
    }

    [Fact]
    public void The_facts_of_the_table_are_those_of_the_locales()
    {
        foreach (var household in Table.GetProperty("households").EnumerateArray())
        {
            var expected = household.GetProperty("notation").Deserialize<AmountNotation>(JsonSerializerOptions.Web)!;
            var actual = new MoneyFormat(household.GetProperty("locale").GetString()!, expected.Currency).Notation;
            Assert.Equal(expected.Symbols, actual.Symbols);
            Assert.Equal(expected, actual with { Symbols = expected.Symbols });
        }
    }

    // What stands in a field means itself, in every locale that there is.
    [Fact]
    public void What_is_written_is_read_as_the_same_amount()
    {
        foreach (var (locale, currency) in Locales())
        {
            var format = new MoneyFormat(locale, currency);
            foreach (var amount in (decimal[])[0m, 0.01m, -0.01m, 1.5m, 1234.56m, -1234m, 1234567.89m, 0.0001m, -12.3456m, StorableAmount.Largest])
                Assert.Equal((locale, amount), (locale, format.Read(format.Write(amount), 4).Amount));
        }
    }

    // A person types what the program shows. Left out are digits beyond Unicode's first plane, and currencies whose symbol is the decimal mark: there amounts are typed in plain digits.
    [Fact]
    public void What_is_shown_is_read_as_the_same_amount()
    {
        var others = new List<string>();
        var read = 0;
        foreach (var (locale, currency) in Locales())
        {
            var format = new MoneyFormat(locale, currency);
            if (format.Format(1m).Any(char.IsSurrogate) || (format.Decimals > 0 && !format.Format(1m).Contains(format.Notation.DecimalMark, StringComparison.Ordinal)))
                continue;

            read++;
            others.AddRange(((decimal[])[0m, 1m, -5m, 1234m, -1234m, 1234567m]).Where(amount => format.Read(format.Format(amount)).Amount != amount).Select(amount => $"{locale}: {format.Format(amount)}"));
        }

        Assert.Empty(others);
        Assert.True(read > 300, $"Only {read} locales were tried.");
    }

    [Fact]
    public void Sums_of_cents_are_exact() =>
        Gen.Long[-99_999_999, 99_999_999].Array[1, 6].Sample(cents =>
        {
            var typed = string.Join(" + ", cents.Select((cent, i) => (i == 0 ? cent : Math.Abs(cent)) / 100m).Select(amount => amount.ToString("0.00", CultureInfo.InvariantCulture)));
            Assert.Equal((cents[0] + cents.Skip(1).Sum(Math.Abs)) / 100m, Dollars.Read(typed).Amount);
        });

    [Fact]
    public void Nothing_that_can_be_typed_is_a_fault() =>
        Gen.Char["0123456789.,+-*/() $€x'\u00a0\u202f\u2212\ud83d"].Array[0, 30].Sample(characters =>
        {
            var reading = Dollars.Read(new string(characters));
            Assert.True(reading.Amount is null ? reading.Message.Length > 0 : StorableAmount.Holds(reading.Amount.Value) && decimal.Round(reading.Amount.Value, 2) == reading.Amount);
        });

    [Fact]
    public void A_field_cannot_have_more_decimals_than_are_stored() => Assert.Throws<ArgumentOutOfRangeException>(() => Dollars.Read("1", 5));

    private static IEnumerable<(string Locale, string Currency, JsonElement Field)> Fields() =>
        from household in Table.GetProperty("households").EnumerateArray()
        from field in household.GetProperty("fields").EnumerateArray()
        select (household.GetProperty("locale").GetString()!, household.GetProperty("notation").GetProperty("currency").GetString()!, field);

    private static IEnumerable<(string Locale, string Currency)> Locales() =>
        from locale in CultureInfo.GetCultures(CultureTypes.SpecificCultures)
        let name = locale.Name.Replace('-', '_')
        where BiweeklyBudget.Core.Money.Locales.IsKnown(name)
        let currency = new RegionInfo(locale.Name).ISOCurrencySymbol
        where Currencies.IsKnown(currency)
        select (name, currency);
}
