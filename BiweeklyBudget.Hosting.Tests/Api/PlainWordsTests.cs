using System.Text;
using System.Text.Json;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Api;
using BiweeklyBudget.Hosting.Tests.Fixtures;

namespace BiweeklyBudget.Hosting.Tests.Api;

/// <summary>What a person is told stands in a header; the body stays as it was recorded (docs/adr/0037).</summary>
public sealed class PlainWordsTests
{
    [Theory]
    [InlineData("/forms/budget", """{"id":"2","name":"Großes & <b>","description":"","is_periodic":true,"starting_balance":"1","is_active":true,"is_income":false,"omit_from_graphs":false}""", """{"success":true,"success_message":"Successfully saved Budget 2 in database."}""", "Saved Großes & <b>.")]
    [InlineData("/forms/skip_sched_trans", """{"id":"3","payperiod_start_date":"2017-08-04","notes":"x"}""", """{"success":true,"success_message":"Successfully created Transaction 5 to skip ScheduledTransaction 3."}""", "Skipped ST3.")]
    [InlineData("/forms/sched_to_trans", """{"id":"2","date":"2017-08-04","payperiod_start_date":"2017-08-04","description":"Phone","amount":"10","sales_tax":"0","notes":""}""", """{"success":true,"success_message":"Successfully created Transaction 5 for ScheduledTransaction 2."}""", "Made Phone.")]
    [InlineData("/ajax/reconcile", """{"reconciled":{"2":"cash"},"ofxIgnored":{}}""", """{"success":true,"success_message":"Successfully reconciled 1 transactions"}""", "1 reconciled.")]
    [InlineData("/forms/transaction", """{"id":"99","date":"2017-07-28","amount":"1","description":"x","account":"1","budgets":{"1":"1"},"notes":"","sales_tax":""}""", """{"success":false,"error_message":"Error: no Transaction with ID 99"}""", "This transaction is not there any more: it was deleted meanwhile. Nothing was saved.")]
    [InlineData("/forms/transaction", """{"id":"1","date":"2017-07-28","amount":"1","description":"x","account":"1","budgets":{"1":"1"},"notes":"","sales_tax":""}""", """{"success":false,"error_message":"Transaction 1 is already reconciled; cannot be edited."}""", "\"T1foo\" of 8/1/2017 is reconciled: only its notes can be changed. To change the rest, undo the reconciliation first.")]
    public async Task A_save_and_a_refusal_have_words_of_their_own(string path, string body, string recorded, string words)
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        using var response = await host.Client.PostAsync(new Uri(path, UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(recorded, await response.Content.ReadAsStringAsync());
        var header = Assert.Single(response.Headers.GetValues(PlainWords.Header));
        Assert.True(Ascii.IsValid(header), header);
        Assert.Equal(words, JsonSerializer.Deserialize<string>(header));
    }

    [Fact]
    public async Task What_is_wrong_with_fields_has_words_of_its_own_and_the_body_keeps_the_recorded_texts()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        const string body = """{"from_budget":"1","to_budget":"1","amount":"x","date":"28/07/2017","notes":""}""";
        using var response = await host.Client.PostAsync(new Uri("/forms/budget_transfer", UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Contains("from_budget and to_budget must be different", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var words = JsonSerializer.Deserialize<Dictionary<string, string[]>>(Assert.Single(response.Headers.GetValues(PlainWords.FieldsHeader)))!;
        Assert.Equal(["Please enter a day."], words["date"]);
        Assert.Equal(["Please choose two different budgets."], words["to_budget"]);
        Assert.DoesNotContain("notes", words.Keys);
    }

    [Theory]
    [InlineData("Date \"28/07/2017\" is not valid (YYYY-MM-DD)", "Please enter a day.")]
    [InlineData("Invalid Decimal value: \"low\"", "Please enter a number.")]
    [InlineData("Invalid integer value: \"1.5\"", "Please enter a whole number.")]
    [InlineData("Budget ID 99 is invalid.", "This budget is not there any more.")]
    [InlineData("Invalid Vehicle ID 99", "This vehicle is not there any more.")]
    [InlineData("New transactions cannot use an inactive budget (Standing3 Inactive).", "Standing3 Inactive is not in use any more: choose another budget.")]
    [InlineData("Sum of all budget amounts (2.0) must equal Transaction amount (1).", "The shares of the budgets must add up to the amount.")]
    [InlineData("ERROR: This Plaid account is already used by the Account: BankOne (1). Please remove it from that account before adding it to another.", "BankOne has this Plaid account already. Take it away there first.")]
    [InlineData("Amount cannot be zero", null)]
    public void A_recorded_message_about_a_field_has_words_where_a_person_needs_them(string recorded, string? words) => Assert.Equal(words, FieldWords.Of(recorded));

    [Fact]
    public void A_long_name_is_cut_between_its_letters()
    {
        var name = new string('a', 79) + "👩‍👩‍👧 and more";

        Assert.Equal("Saved " + new string('a', 79) + "….", PlainWords.Saved(name));
        Assert.Equal("Saved.", PlainWords.Saved(" "));
    }
}
