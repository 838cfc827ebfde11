using System.Globalization;
using System.Text.Json;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Api;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Core.Tests.Forms;

/// <summary>The everyday forms of <c>forms.json</c>, through the operations behind them: replies and every changed row.</summary>
[Trait("Category", "Vectors")]
public sealed class FormVectorTests(WorldDatabases databases) : IClassFixture<WorldDatabases>
{
    private const string Area = "forms";

    private static readonly string[] FuelUrls = ["/forms/fuel", "/forms/vehicle"];

    private static readonly string[] Derived = ["calculated_miles", "calculated_mpg"];

    private static readonly string[] Times = ["reconciled_at", "overall_date"];

    public static IEnumerable<object[]> EverydayCases() =>
        from vector in VectorCase.Chosen(Area, vector => vector.Kind == "submit" && (FormOperations.Urls.Contains(Url(vector)) || FuelUrls.Contains(Url(vector))))
        from engine in new[] { DatabaseEngine.Sqlite, DatabaseEngine.MySql }
        select new object[] { vector, engine };

    [Theory]
    [MemberData(nameof(EverydayCases))]
    public async Task A_form_is_answered_and_stored_as_recorded(VectorCase vector, DatabaseEngine engine)
    {
        var database = await databases.WithAsync(engine, vector.World!.Value);
        await using var context = database.CreateContext();
        var before = await DatabaseSnapshot.TakeAsync(context);
        var (result, form) = await SubmitAsync(context, vector);
        var changes = (await DatabaseSnapshot.TakeAsync(context)).Since(before);
        var accepted = vector.Expected.GetProperty("accepted").GetBoolean();
        if (accepted && RefusedTransfer(vector, form!))
        {
            Assert.IsType<FormAnswer.Refused>(result);
            Assert.Empty(changes);
            return;
        }

        if (!accepted && IsAnyDecimal(vector))
        {
            Assert.IsType<FormAnswer.Saved>(result);
            return;
        }

        if (OtherProject(vector, form) is { } isSaved)
        {
            Assert.Equal((isSaved, isSaved), (result is FormAnswer.Saved, changes.Count > 0));
            return;
        }

        Assert.Equal(accepted, result is FormAnswer.Saved);
        if (vector.Expected.TryGetProperty("response", out var response))
        {
            CompareReply(response, Url(vector), result!);
        }

        CompareChanges(accepted ? vector.Expected.GetProperty("changes") : null, changes);
    }

    private static string Url(VectorCase vector) => vector.Input.GetProperty("url").GetString()!;

    private static async Task<(FormAnswer? Result, FormValues? Form)> SubmitAsync(BudgetDbContext context, VectorCase vector)
    {
        if (!vector.Input.TryGetProperty("data", out var data))
        {
            try
            {
                data = JsonDocument.Parse(vector.Input.GetProperty("raw").GetString()!).RootElement;
            }
            catch (JsonException)
            {
                return (null, null);
            }
        }

        // A body that is no object never reaches an operation.
        return FormValues.TryRead(data, out var form) ? (await FormOperations.SubmitAsync(context, Url(vector), form), form) : (null, null);
    }

    /// <summary>Transfers between equal or inactive ends, which upstream takes (spec/domain.md D 11).</summary>
    private static bool RefusedTransfer(VectorCase vector, FormValues form)
    {
        string[] ends = Url(vector) switch
        {
            "/forms/account_transfer" => [form["from_account"].Text, form["to_account"].Text],
            "/forms/budget_transfer" => [form["from_budget"].Text, form["to_budget"].Text],
            _ => [],
        };
        string[] budgets = Url(vector) == "/forms/account_transfer" ? [form["budget"].Text] : ends;
        var inactive = new VectorRow(vector.World!.Value).List("budgets").Where(b => b.Flag("is_active", true) != true).Select(b => b.Id.ToString(CultureInfo.InvariantCulture));
        var refused = ends.Length > 0 && (ends[0] == ends[1] || budgets.Intersect(inactive).Any());
        return refused && KnownDifferences.Rule(Area, "senseless-transfers-refused") is not null;
    }

    /// <summary>Figures that upstream refuses for want of a point, or of a digit before it.</summary>
    private static bool IsAnyDecimal(VectorCase vector)
    {
        var messages = vector.Expected.TryGetProperty("response", out var response) && response.TryGetProperty("errors", out var errors)
            ? errors.EnumerateObject().SelectMany(field => field.Value.EnumerateArray()).Select(message => message.GetString()!).ToList()
            : [];
        return messages.Count > 0 && messages.All(message => FloatIn(message) > 0) && KnownDifferences.Rule(Area, "any-finite-decimal") is not null;
    }

    private static decimal? FloatIn(string message) =>
        message.StartsWith("Invalid float value: \"", StringComparison.Ordinal) && decimal.TryParse(message["Invalid float value: \"".Length..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Projects and their items that upstream takes or refuses otherwise (spec/projects.md defects 4 and 6): whether they are saved, or null where it is as at upstream.</summary>
    private static bool? OtherProject(VectorCase vector, FormValues? form)
    {
        if (Url(vector) == "/forms/projects" && form!["action"].Text == "edit" && new VectorRow(vector.World!.Value).List("projects").Any(p => p.Text("name") == form["name"].Text.Trim() && p.Id.ToString(CultureInfo.InvariantCulture) != form["id"].Text))
        {
            return KnownDifferences.Rule(Area, "names-of-projects-are-unique") is null;
        }

        if (Url(vector) == "/forms/bom_item" && decimal.TryParse(form!["unit_cost"].Text, NumberStyles.Number, CultureInfo.InvariantCulture, out var cost) && (cost < 0 || !form["unit_cost"].Text.Contains('.', StringComparison.Ordinal)))
        {
            return KnownDifferences.Rule(Area, "costs-are-decimals-from-0-on") is not null && cost >= 0;
        }

        return null;
    }

    private static void CompareReply(JsonElement expected, string url, FormAnswer result)
    {
        // Where upstream shows a technical text or an empty one, the field's own message stands (spec/domain.md D 9).
        if (result is FormAnswer.Refused { Errors: var found } && expected.TryGetProperty("error_message", out var message) && message.GetString() is "*" or "")
        {
            KnownDifferences.Rule(Area, "field-errors-for-technical-texts");
            Assert.All(((FormAnswer.Refused)result).Errors.SelectMany(field => field.Value), Assert.NotEmpty);
            Assert.Contains(((FormAnswer.Refused)result).Errors, field => field.Value.Count > 0);
            return;
        }

        var actual = JsonSerializer.SerializeToElement(Reply(result, url));
        if (expected.TryGetProperty("error_message", out message) && message.GetString() == "*")
        {
            Assert.NotEqual("", actual.GetProperty("error_message").GetString());
            return;
        }

        if (FloatInReply(expected) == 0m)
        {
            // A whole number is one, so that what is wrong with it is that it is nothing.
            KnownDifferences.Rule(Area, "any-finite-decimal");
            expected = JsonSerializer.Deserialize<JsonElement>(expected.GetRawText().Replace("Invalid float value: \\\"0\\\"", "Total Cost cannot be zero", StringComparison.Ordinal));
        }

        Assert.True(JsonElement.DeepEquals(expected, actual), $"expected {expected}\nbut was {actual}");
    }

    private static decimal? FloatInReply(JsonElement reply) => reply.TryGetProperty("errors", out var errors)
        ? errors.EnumerateObject().SelectMany(field => field.Value.EnumerateArray()).Select(message => FloatIn(message.GetString()!)).FirstOrDefault(number => number is not null)
        : null;

    /// <summary>The reply of spec/http-api.md §4.</summary>
    private static Dictionary<string, object?> Reply(FormAnswer result, string url)
    {
        switch (result)
        {
            case FormAnswer.Saved saved:
                var reply = new Dictionary<string, object?> { ["success"] = true, ["success_message"] = saved.Message };
                foreach (var (key, value) in url is "/forms/transaction" or "/forms/fuel" or "/forms/projects" or "/forms/bom_item" ? saved.Extras! : new Dictionary<string, object?>())
                {
                    reply[key] = value;
                }

                return reply;
            case FormAnswer.Refused refused:
                return new() { ["success"] = false, ["errors"] = refused.Errors };
            default:
                return new() { ["success"] = false, ["error_message"] = ((FormAnswer.Failed)result).Message };
        }
    }

    private static void CompareChanges(JsonElement? expected, IReadOnlyList<(string List, string Change, string Key, Dictionary<string, object?> Row)> changes)
    {
        var left = changes.ToList();
        foreach (var list in expected?.EnumerateObject() ?? default)
        {
            foreach (var change in list.Value.EnumerateArray())
            {
                var kind = change.GetProperty("change").GetString()!;
                var row = change.GetProperty("row");
                var found = Take(left, list.Name, kind, kind == "changed" ? change.GetProperty("key") : row);
                if (kind != "removed")
                {
                    CompareRow(row, found, allOf: kind == "changed");
                }
            }
        }

        if (left.RemoveAll(change => change is { List: "fuel_fills", Change: "changed" } && change.Row.Keys.All(Derived.Contains)) > 0)
        {
            KnownDifferences.Rule(Area, "next-fill-renewed");
        }

        Assert.Empty(left);
    }

    private static Dictionary<string, object?> Take(List<(string List, string Change, string Key, Dictionary<string, object?> Row)> changes, string list, string kind, JsonElement keyed)
    {
        // An added row whose id is not given is the only one of its list.
        var key = keyed.TryGetProperty("id", out _) || keyed.TryGetProperty("budget_id", out _) ? DatabaseSnapshot.KeyOf(list, column => keyed.GetProperty(column).ToString()) : null;
        var index = changes.FindIndex(change => change.List == list && change.Change == kind && (key is null || change.Key == key));
        Assert.True(index >= 0, $"no row was {kind} in {list}: {keyed}; changes: {string.Join("; ", changes.Select(c => $"{c.Change} {c.List} {c.Key}"))}");
        var row = changes[index].Row;
        changes.RemoveAt(index);
        return row;
    }

    private static void CompareRow(JsonElement expected, Dictionary<string, object?> row, bool allOf)
    {
        foreach (var column in expected.EnumerateObject())
        {
            Assert.Equal((column.Name, Plain(column.Value, row.GetValueOrDefault(column.Name))), (column.Name, row.GetValueOrDefault(column.Name)));
        }

        if (allOf)
        {
            Assert.Equal(expected.EnumerateObject().Select(column => column.Name).Order(), row.Keys.Order());
        }

        foreach (var time in Times.Where(time => row.ContainsKey(time) && !expected.TryGetProperty(time, out _)))
        {
            Assert.Equal("2017-07-28T06:24:44Z", row[time]);
        }
    }

    private static object? Plain(JsonElement value, object? like) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when like is decimal => decimal.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
