using System.Text.RegularExpressions;

namespace BiweeklyBudget.Hosting.Api;

/// <summary>What a person reads beside a field, for the recorded messages that speak of columns, types and ids (docs/adr/0037). The bodies keep what scripts know.</summary>
internal static partial class FieldWords
{
    private const string Day = "Please enter a day.";
    private const string Number = "Please enter a number.";
    private const string ChooseAccount = "Please choose an account.";
    private const string ChooseBudget = "Please choose a budget.";
    private const string NoAccount = "This account is not there any more.";
    private const string NoBudget = "This budget is not there any more.";
    private const string NoProject = "This project is not there any more.";
    private const string NoVehicle = "This vehicle is not there any more.";
    private const string IdleBudget = "This budget is not in use any more: choose another one.";
    private const string NoTransfers = "Money cannot be moved between accounts of this kind.";

    private static readonly Dictionary<string, string> Whole = new(StringComparer.Ordinal)
    {
        ["Cannot be empty"] = "Please fill this in.",
        ["name cannot be empty"] = "Please enter a name.",
        ["Name cannot be empty"] = "Please enter a name.",
        ["Description cannot be empty"] = "Please enter a description.",
        ["Notes cannot be empty"] = "Please enter a note.",
        ["Type cannot be empty"] = "Please choose a kind.",
        ["Date cannot be empty"] = Day,
        ["Transactions must have a date"] = Day,
        ["Transactions must have an account"] = ChooseAccount,
        ["From Account cannot be empty"] = ChooseAccount,
        ["To Account cannot be empty"] = ChooseAccount,
        ["Transactions must have a budget"] = ChooseBudget,
        ["Transactions must have a budget."] = ChooseBudget,
        ["from_budget cannot be empty"] = ChooseBudget,
        ["to_budget cannot be empty"] = ChooseBudget,
        ["from_account ID does not exist"] = NoAccount,
        ["to_account ID does not exist"] = NoAccount,
        ["from_budget ID does not exist"] = NoBudget,
        ["to_budget ID does not exist"] = NoBudget,
        ["from_budget must be active"] = IdleBudget,
        ["to_budget must be active"] = IdleBudget,
        ["Budget must be active"] = IdleBudget,
        ["from_budget and to_budget must be different"] = "Please choose two different budgets.",
        ["From Account and To Account must be different"] = "Please choose two different accounts.",
        ["From Account must be active"] = "This account is not in use any more: choose another one.",
        ["To Account must be active"] = "This account is not in use any more: choose another one.",
        ["From Account type is not transferrable"] = NoTransfers,
        ["To Account type is not transferrable"] = NoTransfers,
        ["Name must be unique"] = "There is one of this name already.",
        ["Name must be <= 40 characters in length"] = "A name may have 40 characters at most.",
        ["Error: A given budget may only be specified once."] = "Each budget can be chosen once.",
        ["A given budget may only be specified once."] = "Each budget can be chosen once.",
        ["Budget must be periodic or standing"] = "Please choose periodic or standing.",
        ["Date must be in current pay period"] = "This day is not in the pay period.",
        ["Invalid interest class"] = "Please choose how interest is charged.",
        ["Invalid minimum payment class name"] = "Please choose how the minimum payment is found.",
        ["Invalid JSON!"] = "This is not JSON: check the quotation marks, commas and braces.",
        ["Invalid regular expression."] = "This is no pattern (regular expression) that can be used.",
        ["Invalid text value"] = "This text cannot be read.",
        ["Plaid account does not exist"] = "This Plaid account is not there any more.",
    };

    /// <summary>A message for a person.</summary>
    /// <param name="message">The message as scripts know it.</param>
    /// <returns>Null when a person understands the message.</returns>
    public static string? Of(string message)
    {
        if (Whole.TryGetValue(message, out var words))
        {
            return words;
        }

        var found = Begun().Match(message);
        return !found.Success ? null
            : found.Groups["day"].Success ? Day
            : found.Groups["number"].Success ? Number
            : found.Groups["whole"].Success ? "Please enter a whole number."
            : found.Groups["flag"].Success ? "Please choose yes or no."
            : found.Groups["vehicle"].Success ? NoVehicle
            : found.Groups["project"].Success ? NoProject
            : found.Groups["account"].Success ? NoAccount
            : found.Groups["idle"].Success ? $"{found.Groups["idle"]} is not in use any more: choose another budget."
            : found.Groups["sum"].Success ? "The shares of the budgets must add up to the amount."
            : found.Groups["plaid"].Success ? $"{found.Groups["plaid"]} has this Plaid account already. Take it away there first."
            : NoBudget;
    }

    [GeneratedRegex(
        @"^(?:(?<day>Date ""[\s\S]*"" is not valid \(YYYY-MM-DD\))|(?<number>Invalid (?:Decimal|float) value: )|(?<whole>Invalid integer value: )|(?<flag>Invalid boolean value: )|(?<vehicle>Invalid Vehicle ID )|(?<project>(?:Invalid Project id: |There is no project with ID ))|(?<account>no Account with ID )|Budget ID [\s\S]* is invalid\.\z|There is no budget with ID |(?:New transactions cannot|Existing transactions cannot be changed to) use an inactive budget \((?<idle>[\s\S]*)\)\.\z|(?<sum>Sum of all budget amounts \()|ERROR: This Plaid account is already used by the Account: (?<plaid>[\s\S]*) \([0-9]+\)\. Please)",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Begun();
}
