using System.Net.Http.Headers;
using System.Text;
using BiweeklyBudget.Hosting.Api;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Hosting.Tests.Composition;

/// <summary>A request that the sample data lets be saved, and another one to the same address, for every route that changes something.</summary>
/// <param name="Path">The route.</param>
/// <param name="Body">Makes the body; each time anew, since one that was sent is used up.</param>
/// <param name="Other">Something else.</param>
/// <param name="ChangesNothing">Whether nothing is ever stored: there a key has nothing to do.</param>
internal sealed record SavableRequest(string Path, Func<HttpContent> Body, Func<HttpContent> Other, bool ChangesNothing = false)
{
    private const string Checking = "1111";

    /// <summary>In an order in which each can be saved after those before it.</summary>
    public static IReadOnlyList<SavableRequest> All { get; } =
    [
        OfJson("/forms/transaction", """{"id":null,"date":"2017-07-28","amount":"12.34","sales_tax":"0","description":"Once","account":"1","notes":"","budgets":{"1":"12.34"}}"""),
        OfJson("/forms/scheduled", """{"id":null,"description":"Once","amount":"10","sales_tax":"0","account":"1","budget":"1","notes":"","is_active":true,"type":"monthly","day_of_month":"4"}"""),
        OfJson("/forms/sched_to_trans", """{"id":"1","date":"2017-07-28","description":"Once","amount":"10","sales_tax":"0","notes":""}"""),
        OfJson("/forms/skip_sched_trans", """{"id":"1","payperiod_start_date":"2017-07-21","notes":"Once"}"""),
        OfJson("/forms/account", """{"id":null,"name":"Once","description":"","acct_type":"Bank","is_active":true,"ofx_cat_memo_to_name":false,"negate_ofx_amounts":false,"reconcile_trans":true,"vault_creds_path":"","ofxgetter_config_json":"","credit_limit":"","apr":"","prime_rate_margin":"","interest_class_name":"AdbCompoundedDaily","min_payment_class_name":"MinPaymentAmEx","re_interest_charge":"","re_payment":"","plaid_account":"null,null"}"""),
        OfJson("/forms/budget", """{"id":null,"name":"Once","description":"","is_periodic":true,"starting_balance":"10","is_active":true,"is_income":false,"omit_from_graphs":false}"""),
        OfJson("/forms/account_transfer", """{"date":"2017-07-28","amount":"10","budget":"1","from_account":"1","to_account":"2","notes":"Once"}"""),
        OfJson("/forms/budget_transfer", """{"date":"2017-07-28","amount":"10","account":"1","from_budget":"1","to_budget":"2","notes":"Once"}"""),
        OfJson("/forms/transfer", """{"kind":"accounts","date":"2017-07-28","amount":"10","from_account":"1","to_account":"3","notes":"Once"}"""),
        OfJson("/forms/balance", """{"account":"1","amount":"250","date":"2017-07-27"}"""),
        OfJson("/forms/planned", """{"action":"skip","payperiod_start_date":"2017-08-04","occurrences":{"3@2017-08-04":"1"},"notes":"Not now"}"""),
        OfJson("/forms/spread", """{"payperiod_start_date":"2016-01-15","left_over":"2345.67","amounts":{"4":"10"},"notes":"Once"}"""),
        OfJson("/forms/transaction-notes", """{"id":"6","notes":"kept the receipt"}"""),
        OfJson("/forms/delete", """{"kind":"transaction","ids":"6"}"""),
        OfJson("/forms/undo", """{"id":1}"""),
        OfJson("/forms/deactivate", """{"kind":"scheduled","id":"2"}"""),
        OfJson("/forms/credit-payoff-account-ofx", """{"id":"4","filename":"/stmt/CreditTwo/0","interest_amt":"46.89"}"""),
        OfJson("/forms/credit-payoff-prime-rate", """{"prime_rate":"4.25"}"""),
        OfJson("/forms/credit-payoff-order", """{"order":"4,3"}"""),
        OfJson("/forms/settings", """{"theme":"dark"}"""),
        OfJson("/settings/credit-payoff", """{"increases":[{"date":"2017-08-01","amount":"300","enabled":true}],"onetimes":[]}"""),
        OfJson("/ajax/reconcile", """{"reconciled":{"2":"Once"}}"""),
        OfJson("/forms/undo_reconcile", """{"id":"1"}"""),
        OfJson("/forms/make_transaction", """{"date":"2017-07-28","amount":"12.34","sales_tax":"0","description":"Later","account":"1","notes":"","budgets":{"1":"12.34"}}""") with { ChangesNothing = true },
        OfJson("/api/ofx/statement", $$"""{"acct_id":1,"filename":"once.ofx","mtime":"2017-07-28T05:30:00Z","ofx":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(StatementText.Checking(Checking, "NEW1 -45.67 One")))}}"}"""),
        new("/ajax/ofx/import", () => File("NEW2 12.00 Two"), () => File("NEW3 12.01 Two")),
        OfJson("/ajax/ofx/undo", """{"statement_id":11}"""),
        OfJson("/forms/vehicle", """{"id":null,"name":"Once","is_active":true}"""),
        OfJson("/forms/fuel", """{"vehicle":"1","date":"2017-07-28","odometer_miles":"1256","reported_miles":"245","level_before":"10","level_after":"100","fill_location":"Once","cost_per_gallon":"2.459","total_cost":"24.59","gallons":"10.0","reported_mpg":"24.5","notes":"","add_trans":true,"account":"1","budget":"2"}"""),
        OfJson("/forms/fuel-import", """{"csv":"Date,Vehicle,Odometer,Location,Total cost,Volume\n2017-08-02,Veh1,2100,Once,24.59,10.0\n"}"""),
        new("/dialogs/fuel-preview", () => Csv("2017-08-03,Veh1,2200,Once,24.59,10.0"), () => Csv("2017-08-03,Veh1,2201,Once,24.59,10.0"), ChangesNothing: true),
        OfJson("/forms/projects", """{"action":"add","name":"Once","notes":"","standing_budget_id":"4"}"""),
        OfJson("/forms/bom_item", """{"project_id":"1","name":"Once","notes":"","quantity":"1","unit_cost":"2.5","url":"","is_active":true}"""),
        OfJson("/forms/bom_import", """{"project_id":"1","csv":"Name\nOnce more\n"}"""),
        new("/dialogs/bom-preview", () => Items("Name"), () => Items("Item"), ChangesNothing: true),
        new("/dialogs/ofx-preview", () => File("NEW4 1.00 Four"), () => File("NEW5 1.00 Five"), ChangesNothing: true),
        new("/welcome", () => Payday("2017-07-21"), () => Payday("2017-07-20"), ChangesNothing: true), // The sample's household has its payday.
    ];

    /// <summary>An answer of the form on the first page.</summary>
    public static HttpContent Payday(string day) => new StringContent($"payday={day}", Encoding.UTF8, "application/x-www-form-urlencoded");

    /// <summary>Sends it, or something else, with a key or without.</summary>
    public Task<KeyedAnswer> SendAsync(InProcessHost host, string? key) => SendAsync(host, Body(), key);

    public Task<KeyedAnswer> SendOtherAsync(InProcessHost host, string? key) => SendAsync(host, Other(), key);

    private async Task<KeyedAnswer> SendAsync(InProcessHost host, HttpContent body, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = body };
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation(IdempotencyKey.Header, key);
        }

        return await KeyedAnswer.OfAsync(await host.Client.SendAsync(request));
    }

    // One blank more is another request to whoever compares bytes, and the same to whoever saves it.
    private static SavableRequest OfJson(string path, string json) => new(path, () => Json(json), () => Json(json + " "));

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static MultipartFormDataContent Csv(string line) => new() { { new StringContent("Date,Vehicle,Odometer,Location,Total cost,Volume\n" + line), "csv" } };

    private static MultipartFormDataContent Items(string head)
    {
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(head + "\nScrew\n"));
        return new MultipartFormDataContent { { new StringContent("1"), "project_id" }, { file, "csv", "items.csv" } };
    }

    // Its boundary is another one each time, as with a browser.
    private static MultipartFormDataContent File(string line)
    {
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(StatementText.Checking(Checking, line)));
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return new MultipartFormDataContent { { new StringContent("1"), "acct_id" }, { new StringContent("page.ofx"), "filename" }, { new StringContent("2017-07-28T05:30:00Z"), "mtime" }, { file, "ofx", "page.ofx" } };
    }
}
