using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Hosting.Api.Description;

namespace BiweeklyBudget.Hosting.Features.Accounts;

/// <summary>What the routes of accounts are for.</summary>
internal static class AccountOperations
{
    private const string Rate = "Up to 1 it is a fraction (0.225), above it is percent (22.5). Credit accounts only.";
    private const string Pattern = "A regular expression for the names of bank transactions, from their beginning, whatever their case.";

    public static Operation SaveBalance() => FormOperation.Of(
        "saveBalance",
        Chapters.Accounts,
        "Say what an account holds",
        "For accounts that no statement reaches. It counts as a statement's balance does: the one of the latest day is the current one.",
        [
            Field.OfReference("account", "The account.").Required,
            Field.OfAmount("amount", "What it holds; what is owed is negative.").Required,
            Field.OfDay("date", "On which day, not later than today.").Required,
        ],
        """{"account": "1", "amount": "250.00", "date": "2017-07-28"}""");

    public static Operation Save() => FormOperation.Of(
        "saveAccount",
        Chapters.Accounts,
        "Add or change an account",
        "A new account has the balance 0, or the one that is said. What belongs to credit cards is saved for accounts of the type `Credit` only, and stays as it is for others. New patterns sort the bank transactions that are there anew.",
        [
            Field.Key("account"),
            Field.OfText("name", "No other account has it.", 50).Required,
            Field.OfText("description", "Blank for none."),
            Field.OfWords("acct_type", "What kind of account it is.", Enum.GetNames<AccountType>()).Required,
            Field.OfFlag("is_active", "Whether it is in use; it is when this is left out."),
            Field.OfFlag("reconcile_trans", "Whether its transactions are reconciled with the bank's; they are when this is left out."),
            Field.OfFlag("negate_ofx_amounts", "Whether the bank writes amounts with the other sign."),
            Field.OfFlag("ofx_cat_memo_to_name", "Whether the bank's memo is a part of the name."),
            Field.OfAmount("opening_balance", "What a new account holds; what is owed is negative. Blank when it is not known. Only for a new one."),
            Field.OfDay("opening_date", "On which day it holds that, not later than today; today when this is left out."),
            Field.OfAmount("credit_limit", "Credit accounts only; blank for none."),
            Field.OfAmount("apr", "The interest rate of a year. " + Rate),
            Field.OfAmount("prime_rate_margin", "What is added to the prime rate, in place of `apr`. " + Rate),
            Field.OfWords("interest_class_name", "How interest is reckoned. The first when this is left out.", Enum.GetNames<InterestCalculation>()),
            Field.OfWords("min_payment_class_name", "How the least payment is reckoned. The first when this is left out.", Enum.GetNames<MinimumPaymentRule>()),
            Field.OfText("re_interest_charge", "Interest that was charged. " + Pattern),
            Field.OfText("re_interest_paid", "Interest that was paid to you. " + Pattern),
            Field.OfText("re_payment", "Payments. " + Pattern),
            Field.OfText("re_late_fee", "Late fees. " + Pattern),
            Field.OfText("re_other_fee", "Other fees. " + Pattern),
            Field.OfText("vault_creds_path", "Where programs that download statements find their credentials."),
            new("ofxgetter_config_json", Schemas.Text, "What programs that download statements are told, as JSON in a text."),
            Field.OfFlag("keep_download", "Whether the two before stay as they are, whatever they say here; they do not when this is left out."),
            new("plaid_account", Schemas.Text, "Ids of Plaid's item and account with a comma between them, or `null,null`."),
        ],
        """{"name": "Savings Two", "description": "for the roof", "acct_type": "Bank", "is_active": true, "reconcile_trans": true}""");

    public static Operation Find() => ReadOperation.OfRecord<AccountJson>("findAccount", Chapters.Accounts, "Read an account", example: "3");

    public static Operation Balances() => ReadOperation.OfChart(
        "chartBalances",
        Chapters.Accounts,
        "Balances over time",
        "The balance of every account on every day on which any account has one; the last one of the day, in UTC.");
}
