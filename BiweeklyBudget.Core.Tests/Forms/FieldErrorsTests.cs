using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Core.Tests.Forms;

public sealed class FieldErrorsTests
{
    [Fact]
    public void A_field_has_at_most_twenty_messages()
    {
        var errors = new FieldErrors(new FormValues { ["budgets"] = "" });
        Assert.False(errors.Any);
        for (var i = 0; i < 60_000; i++)
        {
            errors.Add("budgets", $"Message {i}");
        }

        Assert.True(errors.Any);
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"Message {i}"), errors.ByField["budgets"]);
    }

    [Fact]
    public void A_copy_knows_the_errors_and_keeps_its_own()
    {
        var errors = new FieldErrors(new FormValues { ["name"] = "", ["notes"] = "" }).Add("name", "First");
        var copy = errors.Copy().Add("name", "Second").Add("date", "Third");
        Assert.Equal(["First"], errors.ByField["name"]);
        Assert.Equal(["First", "Second"], copy.ByField["name"]);
        Assert.Equal(["name", "notes", "date"], copy.ByField.Keys);
        Assert.False(errors.ByField.ContainsKey("date"));
    }
}
