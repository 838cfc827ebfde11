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
    public void A_long_name_is_cut_between_its_letters()
    {
        var name = new string('a', 79) + "👩‍👩‍👧 and more";

        Assert.Equal("Saved " + new string('a', 79) + "….", PlainWords.Saved(name));
        Assert.Equal("Saved.", PlainWords.Saved(" "));
    }
}
