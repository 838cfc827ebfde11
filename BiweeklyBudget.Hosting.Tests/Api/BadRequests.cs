using System.Text;

namespace BiweeklyBudget.Hosting.Tests.Api;

/// <summary>
/// Malformed requests to everything that the everyday features answer. Each form is one that would be saved, but for the one
/// thing that is wrong with it.
/// </summary>
internal static class BadRequests
{
    private const int Megabytes10 = 10 * 1024 * 1024;

    private static readonly string[] Ids = ["0", "-1", "99999", "abc", "1.5", "1e0", "99999999999999999999", "%20", "1%20", "%FF", "1%27%20OR%201%3D1", "%EF%BC%91", "null", "1%00"];

    private static readonly string[] Pages = ["draw=1&start=0&length=10", "draw=1&start=0&length=-1", "draw=x&start=0&length=10", "draw=1&start=-5&length=10", "draw=1&start=99999999999&length=10", "draw=1&start=0&length=1e9", "draw=1&start=2147483647&length=2147483647", "draw=&start=&length=", ""];

    private static readonly string[] Searches =
    [
        "search[value]=%25%25%25", "search[value]=___", "search[value]=%27%3B--", "search[value]=%5C%5C%5C", "search[value]=%FF%FE%FD", "search[value]=%00%00%00", "search[value]=%F0%9F%98%80%F0%9F%98%80%F0%9F%98%80", "search[value]=" + new string('x', 4000),
        "order[0][column]=99", "order[0][column]=-1", "order[0][column]=x", "order[0][column]=0", "order[0][column]=0&order[0][dir]=sideways&columns[0][data]=date%3B--", "columns[0][data]=id&order[0][column]=0", "columns[3][search][value]=1%20OR%201%3D1&columns[4][search][value]=x&columns[1][search][value]=y",
        "columns[3][search][value]=99999999999&columns[4][search][value]=-1", "columns[x][data]=date&order[0][column]=x", "order[999999999][column]=0", "columns[0][data]=&order[0][column]=0",
    ];

    private static readonly string[] Records = ["/ajax/transactions", "/ajax/scheduled", "/ajax/account", "/ajax/budget", "/ajax/projects", "/ajax/projects/bom_item"];

    private static readonly string[] Tables = ["/ajax/transactions", "/ajax/scheduled", "/ajax/projects", "/ajax/projects/1/bom_items"];

    private static readonly string[] Lists = ["/ajax/transactions", "/ajax/scheduled", "/transactions.csv", "/scheduled.csv", "/ajax/projects", "/ajax/projects/1/bom_items", "/projects.csv", "/projects/1/items.csv"];

    private static readonly string[] Aggregations = ["by-year", "by-month%20", "%FF", "..%2F"];

    private static readonly string[] Dates = ["nope", "2017-02-30", "99999-01-01", "%FF"];

    private static readonly string?[] WrongTypes = [null, "text/plain", "application/xml", "multipart/form-data; boundary=b", "application/octet-stream", "x", "application/x-www-form-urlencoded"];

    private static readonly string[] WrongPairs = ["", "x=y", "%FF=1", "notes=%C3%28", "&&&===", "id=1&id=x"];

    private static readonly TestForm[] Forms =
    [
        new("/forms/transaction", new()
        {
            ["id"] = ("null", FieldKind.RowId), ["date"] = ("\"2017-07-28\"", FieldKind.Date), ["amount"] = ("\"10\"", FieldKind.Amount), ["sales_tax"] = ("\"0\"", FieldKind.OptionalAmount),
            ["description"] = ("\"bad input\"", FieldKind.Text), ["account"] = ("\"1\"", FieldKind.Reference), ["notes"] = ("\"\"", FieldKind.OptionalText), ["budgets"] = ("{\"1\": \"10\"}", FieldKind.Splits),
        }),
        new("/forms/scheduled", new()
        {
            ["id"] = ("null", FieldKind.RowId), ["description"] = ("\"bad input\"", FieldKind.Text), ["amount"] = ("\"10\"", FieldKind.Amount), ["sales_tax"] = ("\"0\"", FieldKind.OptionalAmount),
            ["account"] = ("\"1\"", FieldKind.Reference), ["budget"] = ("\"1\"", FieldKind.Reference), ["notes"] = ("\"\"", FieldKind.OptionalText), ["is_active"] = ("true", FieldKind.Flag),
            ["type"] = ("\"monthly\"", FieldKind.Choice), ["day_of_month"] = ("\"4\"", FieldKind.WholeNumber),
        }),
        new("/forms/sched_to_trans", new()
        {
            ["id"] = ("\"1\"", FieldKind.Reference), ["date"] = ("\"2017-07-28\"", FieldKind.Date), ["description"] = ("\"bad input\"", FieldKind.Text), ["amount"] = ("\"10\"", FieldKind.Amount),
            ["sales_tax"] = ("\"0\"", FieldKind.OptionalAmount), ["notes"] = ("\"\"", FieldKind.OptionalText),
        }),
        new("/forms/skip_sched_trans", new() { ["id"] = ("\"1\"", FieldKind.Reference), ["payperiod_start_date"] = ("\"2017-07-21\"", FieldKind.Date), ["notes"] = ("\"bad input\"", FieldKind.Text) }),
        new("/forms/account", new()
        {
            ["id"] = ("null", FieldKind.RowId), ["name"] = ("\"bad input\"", FieldKind.Text), ["description"] = ("\"\"", FieldKind.OptionalText), ["acct_type"] = ("\"Credit\"", FieldKind.Choice),
            ["is_active"] = ("true", FieldKind.Flag), ["ofx_cat_memo_to_name"] = ("false", FieldKind.Flag), ["negate_ofx_amounts"] = ("false", FieldKind.Flag), ["reconcile_trans"] = ("true", FieldKind.Flag),
            ["vault_creds_path"] = ("\"\"", FieldKind.OptionalText), ["ofxgetter_config_json"] = ("\"\"", FieldKind.Json), ["credit_limit"] = ("\"\"", FieldKind.OptionalAmount), ["apr"] = ("\"\"", FieldKind.OptionalAmount),
            ["prime_rate_margin"] = ("\"\"", FieldKind.OptionalAmount), ["interest_class_name"] = ("\"AdbCompoundedDaily\"", FieldKind.Choice), ["min_payment_class_name"] = ("\"MinPaymentAmEx\"", FieldKind.Choice),
            ["re_interest_charge"] = ("\"\"", FieldKind.Pattern), ["re_payment"] = ("\"\"", FieldKind.Pattern), ["plaid_account"] = ("\"null,null\"", FieldKind.Choice),
        }),
        new("/forms/budget", new()
        {
            ["id"] = ("null", FieldKind.RowId), ["name"] = ("\"bad input\"", FieldKind.Text), ["description"] = ("\"\"", FieldKind.OptionalText), ["is_periodic"] = ("true", FieldKind.Flag),
            ["starting_balance"] = ("\"10\"", FieldKind.OptionalAmount), ["is_active"] = ("true", FieldKind.Flag), ["is_income"] = ("false", FieldKind.Flag), ["omit_from_graphs"] = ("false", FieldKind.Flag),
        }),
        new("/forms/fuel", new()
        {
            ["id"] = ("null", FieldKind.RowId), ["vehicle"] = ("\"1\"", FieldKind.Reference), ["date"] = ("\"2017-07-28\"", FieldKind.Date), ["odometer_miles"] = ("\"5000\"", FieldKind.Measured), ["reported_miles"] = ("\"10\"", FieldKind.Measured),
            ["level_before"] = ("\"10\"", FieldKind.Measured), ["level_after"] = ("\"100\"", FieldKind.Measured), ["fill_location"] = ("\"bad input\"", FieldKind.Text), ["cost_per_gallon"] = ("\"2.459\"", FieldKind.Measured),
            ["total_cost"] = ("\"24.59\"", FieldKind.Amount), ["gallons"] = ("\"10.0\"", FieldKind.Measured), ["reported_mpg"] = ("\"24.5\"", FieldKind.Measured), ["notes"] = ("\"\"", FieldKind.OptionalText),
            ["add_trans"] = ("true", FieldKind.Flag), ["account"] = ("\"1\"", FieldKind.Reference), ["budget"] = ("\"2\"", FieldKind.Reference),
        }),
        new("/forms/vehicle", new() { ["id"] = ("null", FieldKind.RowId), ["name"] = ("\"bad input\"", FieldKind.Text), ["is_active"] = ("true", FieldKind.Flag) }),
        new("/forms/projects", new()
        {
            ["action"] = ("\"add\"", FieldKind.Choice), ["name"] = ("\"bad input\"", FieldKind.Text), ["notes"] = ("\"\"", FieldKind.OptionalText), ["standing_budget_id"] = ("4", FieldKind.OptionalReference),
        }),
        new("/forms/bom_item", new()
        {
            ["id"] = ("null", FieldKind.RowId), ["project_id"] = ("\"1\"", FieldKind.Reference), ["name"] = ("\"bad input\"", FieldKind.Text), ["notes"] = ("\"\"", FieldKind.OptionalText),
            ["quantity"] = ("\"2\"", FieldKind.Quantity), ["unit_cost"] = ("\"10\"", FieldKind.Cost), ["url"] = ("\"\"", FieldKind.OptionalText), ["is_active"] = ("true", FieldKind.Flag),
        }),
        new("/forms/account_transfer", new()
        {
            ["date"] = ("\"2017-07-28\"", FieldKind.Date), ["amount"] = ("\"10\"", FieldKind.Amount), ["budget"] = ("\"1\"", FieldKind.Reference), ["from_account"] = ("\"1\"", FieldKind.Reference),
            ["to_account"] = ("\"2\"", FieldKind.Reference), ["notes"] = ("\"\"", FieldKind.OptionalText),
        }),
        new("/forms/budget_transfer", new()
        {
            ["date"] = ("\"2017-07-28\"", FieldKind.Date), ["amount"] = ("\"10\"", FieldKind.Amount), ["account"] = ("\"1\"", FieldKind.Reference), ["from_budget"] = ("\"1\"", FieldKind.Reference),
            ["to_budget"] = ("\"2\"", FieldKind.Reference), ["notes"] = ("\"\"", FieldKind.OptionalText),
        }),
    ];

    /// <summary>Forms that would be saved, which shows that the malformed ones fail for what is wrong with them.</summary>
    public static IEnumerable<BadRequest> GoodForms => Forms.Select(form => BadRequest.Json(form.Path, form.Path, form.Text()));

    /// <summary>Forms with one mistake each.</summary>
    public static IEnumerable<BadRequest> Posts => Forms.SelectMany(form => WrongFields(form).Concat(WrongBodies(form)));

    /// <summary>Addresses and query strings.</summary>
    public static IEnumerable<BadRequest> Gets => Addresses.Select(BadRequest.Get);

    private static IEnumerable<string> Addresses =>
    [
        .. from path in Records from id in Ids select $"{path}/{id}",
        .. from path in Tables from page in Pages select $"{path}?{page}",
        .. from path in Lists from search in Searches select $"{path}?draw=1&start=0&length=10&{search}",
        .. Aggregations.Select(aggregation => $"/ajax/chart-data/budget-spending/{aggregation}"),
        .. Dates.Select(date => $"/pay_period_for?date={date}"),
    ];

    private static IEnumerable<BadRequest> WrongFields(TestForm form) =>
        from field in form.Fields
        from value in BadValues.Of(field.Value.Kind)
        select BadRequest.Json($"{form.Path} {field.Key} = {value[..Math.Min(value.Length, 60)]}", form.Path, form.Text(field.Key, value));

    private static IEnumerable<BadRequest> WrongBodies(TestForm form)
    {
        var good = form.Text();
        string[] bodies = ["", "{", good[..^1], "[]", "[" + good + "]", "null", "1", "\"x\"", "{\"amount\": NaN}", good + good, "{'id': 1}", string.Concat(Enumerable.Repeat("[", 100_000)), string.Concat(Enumerable.Repeat("{\"a\":", 50_000)) + "1", "{\"\\ud800\": 1}"];
        foreach (var body in bodies)
        {
            yield return BadRequest.Json($"{form.Path} body {body[..Math.Min(body.Length, 40)]}", form.Path, body);
        }

        // The last one of two equal keys counts.
        var required = form.Fields.First(field => field.Value.Kind is FieldKind.Amount or FieldKind.Text).Key;
        yield return BadRequest.Json($"{form.Path} {required} twice", form.Path, good[..^1] + $", \"{required}\": \"\"}}");
        yield return BadRequest.Of($"{form.Path} bad UTF-8", form.Path, "application/json", [.. Encoding.UTF8.GetBytes(good[..^1]), .. ", \"notes\": \""u8, 0xC3, 0x28, .. "\"}"u8]);
        yield return BadRequest.Of($"{form.Path} UTF-16", form.Path, "application/json; charset=utf-16", Encoding.Unicode.GetBytes(good));
        yield return BadRequest.Of($"{form.Path} 10 MB of JSON", form.Path, "application/json", Encoding.UTF8.GetBytes($"{good[..^1]}, \"more\": \"{new string('x', Megabytes10)}\"}}"));
        yield return BadRequest.Of($"{form.Path} 10 MB of fields", form.Path, "application/x-www-form-urlencoded", Encoding.UTF8.GetBytes("notes=" + new string('x', Megabytes10)));
        foreach (var type in WrongTypes)
        {
            yield return BadRequest.Of($"{form.Path} JSON as {type}", form.Path, type, Encoding.UTF8.GetBytes(good));
        }

        foreach (var fields in WrongPairs)
        {
            yield return BadRequest.Of($"{form.Path} fields {fields}", form.Path, "application/x-www-form-urlencoded", Encoding.UTF8.GetBytes(fields));
        }
    }
}
