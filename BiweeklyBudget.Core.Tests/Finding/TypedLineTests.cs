using System.Globalization;
using BiweeklyBudget.Core.Finding;
using BiweeklyBudget.Core.Money;

namespace BiweeklyBudget.Core.Tests.Finding;

/// <summary>What a line of text means as a transaction.</summary>
public sealed class TypedLineTests
{
    // A Friday.
    private static readonly DateOnly Today = new(2017, 7, 28);

    private static readonly MoneyFormat Dollars = new("en_US", "USD");

    private static readonly TypedName[] Accounts = [new(1, "Checking"), new(2, "Savings"), new(3, "Credit Card")];

    private static readonly TypedName[] Budgets = [new(1, "Groceries"), new(2, "Gas"), new(3, "Gas and Water"), new(4, "Eating  Out"), new(5, "Salary", IsIncome: true), new(6, "Rent"), new(7, "Gifts"), new(8, "Ré日 שלום")];

    [Theory]
    [InlineData("42.50 groceries Market yesterday", "42.5 | Groceries | Market | 2017-07-27 | Checking")]
    [InlineData("42.50 Groceries Market", "42.5 | Groceries | Market | 2017-07-28 | Checking")]
    [InlineData("  42.5\tGROCERIES   Farmer  Market  ", "42.5 | Groceries | Farmer Market | 2017-07-28 | Checking")]
    [InlineData("groceries Market 42.50", "42.5 | Groceries | Market | 2017-07-28 | Checking")]
    [InlineData("groceries 42.50 Market", "42.5 | Groceries | Market | 2017-07-28 | Checking")]
    [InlineData("42.50 groceries", "42.5 | Groceries | Groceries | 2017-07-28 | Checking")]
    [InlineData("7 gro Store 24", "7 | Groceries | Store 24 | 2017-07-28 | Checking")]
    [InlineData("30 gas Shell", "30 | Gas | Shell | 2017-07-28 | Checking")]
    [InlineData("30 gas and water City", "30 | Gas and Water | City | 2017-07-28 | Checking")]
    [InlineData("12 eating out Pizza", "12 | Eating  Out | Pizza | 2017-07-28 | Checking")]
    [InlineData("12 out Pizza", "12 | Eating  Out | Pizza | 2017-07-28 | Checking")]
    [InlineData("9 ré日 שלום ספר", "9 | Ré日 שלום | ספר | 2017-07-28 | Checking")]
    [InlineData("1500 salary", "-1500 | Salary | Salary | 2017-07-28 | Checking")]
    [InlineData("+1500 salary July", "-1500 | Salary | July | 2017-07-28 | Checking")]
    [InlineData("+20 groceries Refund", "-20 | Groceries | Refund | 2017-07-28 | Checking")]
    [InlineData("8 gifts Card @credit", "8 | Gifts | Card | 2017-07-28 | Credit Card")]
    [InlineData("8 @CARD gifts Flowers 2017-07-01", "8 | Gifts | Flowers | 2017-07-01 | Credit Card")]
    [InlineData("8 tomorrow gifts Flowers", "8 | Gifts | Flowers | 2017-07-29 | Checking")]
    [InlineData("8 gifts Flowers today", "8 | Gifts | Flowers | 2017-07-28 | Checking")]
    [InlineData("8 gifts Flowers Friday", "8 | Gifts | Flowers | 2017-07-28 | Checking")]
    [InlineData("8 gifts Flowers saturday", "8 | Gifts | Flowers | 2017-07-22 | Checking")]
    [InlineData("8 gifts Yesterday's news", "8 | Gifts | Yesterday's news | 2017-07-28 | Checking")]
    [InlineData("8 gifts Flowers 2017-02-30", "8 | Gifts | Flowers 2017-02-30 | 2017-07-28 | Checking")]
    [InlineData("8 gifts Flowers 0217-07-01", "8 | Gifts | Flowers 0217-07-01 | 2017-07-28 | Checking")]
    [InlineData("12+7.50 groceries Market", "19.5 | Groceries | Market | 2017-07-28 | Checking")]
    [InlineData("1,000.00 groceries", "1000 | Groceries | Groceries | 2017-07-28 | Checking")]
    [InlineData("$5 gas Shell", "5 | Gas | Shell | 2017-07-28 | Checking")]
    [InlineData("1,234.56 rent", "1234.56 | Rent | Rent | 2017-07-28 | Checking")]
    public void A_line_is_a_transaction(string text, string expected)
    {
        var typed = Read(text);
        Assert.Equal(expected, Text(typed!));
        Assert.Null(typed!.Question);
    }

    [Theory]
    [InlineData("42.50", "42.5 |  |  | 2017-07-28 | Checking", "Which budget? Write its name after the amount.")]
    [InlineData("42.50 Market", "42.5 |  | Market | 2017-07-28 | Checking", "Which budget? None begins with \"Market\".")]
    [InlineData("5 ga Shell", "5 |  | ga Shell | 2017-07-28 | Checking", "Which budget? Write its name after the amount.")]
    [InlineData("5 rent @nowhere", "5 | Rent | Rent | 2017-07-28 | ", "Which account? None begins with \"nowhere\".")]
    [InlineData("5 rent @", "5 | Rent | @ | 2017-07-28 | Checking", null)]
    public void What_is_not_said_is_asked(string text, string expected, string? question)
    {
        var typed = Read(text)!;
        Assert.Equal((expected, question), (Text(typed), typed.Question));
    }

    [Fact]
    public void What_several_names_begin_with_is_asked()
    {
        TypedName[] names = [new(1, "Car Repairs"), new(2, "Car Loan"), new(3, "My Car")];
        Assert.Equal("Which budget: Car Repairs, Car Loan?", new TypedLine(Today, Dollars, Accounts, names, 1).Read("5 car")!.Question);
        Assert.Equal("Which account: Car Repairs, Car Loan?", new TypedLine(Today, Dollars, names, Budgets, 1).Read("5 gas @car")!.Question);
        Assert.Equal(3, new TypedLine(Today, Dollars, Accounts, names, 1).Read("5 my car")!.BudgetId);
        TypedName[] many = [.. Enumerable.Range(1, 200).Select(i => new TypedName(i, string.Create(CultureInfo.InvariantCulture, $"Card {i}")))];
        Assert.Equal("Which budget: Card 1, Card 2, Card 3, Card 4 …?", new TypedLine(Today, Dollars, Accounts, many, 1).Read("5 card")!.Question);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("groceries Market")]
    [InlineData("groceries 12 of 30")]
    [InlineData("0 groceries")]
    [InlineData("0.00 groceries")]
    [InlineData("-5 groceries")]
    [InlineData("--5 groceries")]
    [InlineData("+ groceries")]
    [InlineData("1e3 groceries")]
    [InlineData("12.345 groceries")]
    [InlineData("100000000000000 groceries")]
    [InlineData("79228162514264337593543950336 groceries")]
    [InlineData("NaN groceries")]
    [InlineData("1.2.3 groceries")]
    [InlineData("2017-07-28 groceries")]
    public void What_has_no_amount_that_can_be_saved_is_none(string text) => Assert.Null(Read(text));

    [Fact]
    public void The_currency_says_how_many_decimals_an_amount_has()
    {
        Assert.Null(new TypedLine(Today, new MoneyFormat("en_US", "JPY"), Accounts, Budgets, 1).Read("12.5 gas"));
        Assert.Equal(12.125m, new TypedLine(Today, new MoneyFormat("en_US", "KWD"), Accounts, Budgets, 1).Read("12.125 gas")!.Amount);
        Assert.Equal(StorableAmount.Largest, new TypedLine(Today, new MoneyFormat("en_US", "CLF"), Accounts, Budgets, 1).Read("99999999999999.9999 gas")!.Amount);
    }

    [Fact]
    public void The_usual_account_is_the_setting_s_or_the_only_one()
    {
        Assert.Equal(2, new TypedLine(Today, Dollars, Accounts, Budgets, 2).Read("5 gas")!.AccountId);
        Assert.Equal(3, new TypedLine(Today, Dollars, [Accounts[2]], Budgets, 2).Read("5 gas")!.AccountId);
        Assert.Equal("Which account? Write @ and the beginning of its name.", new TypedLine(Today, Dollars, Accounts, Budgets, 9).Read("5 gas")!.Question);
        Assert.NotNull(new TypedLine(Today, Dollars, [], [], 1).Read("5 gas")!.Question);
    }

    [Fact]
    public void A_text_of_any_length_is_read_at_once()
    {
        Assert.Null(Read(string.Concat(Enumerable.Repeat("5 gas ", 100_000))));
        Assert.Equal(56, Read("5 gas " + string.Join(' ', Enumerable.Repeat("word", 56)))!.Description.Split(' ').Length);
    }

    [Fact]
    public void Amounts_are_written_as_the_household_writes_them()
    {
        var typed = new TypedLine(Today, new MoneyFormat("de_DE", "EUR"), Accounts, Budgets, 1).Read("1.234,56 rent yesterday")!;
        Assert.Equal((1234.56m, "Rent", Today.AddDays(-1)), (typed.Amount, typed.BudgetName, typed.Date));
    }

    private static TypedTransaction? Read(string text) => new TypedLine(Today, Dollars, Accounts, Budgets, 1).Read(text);

    private static string Text(TypedTransaction typed) => string.Create(CultureInfo.InvariantCulture, $"{typed.Amount:0.####} | {typed.BudgetName} | {typed.Description} | {DateText.Day(typed.Date)} | {typed.AccountName}");
}
