
namespace BiweeklyBudget.Core.Tests.Forms;

/// <summary>What tests expect of a result.</summary>
internal static class Replies
{
    public static int SavedId(this FormAnswer result) => Assert.IsType<FormAnswer.Saved>(result).Ids[0];

    /// <summary>The messages of the fields that have any.</summary>
    public static Dictionary<string, string[]> Errors(this FormAnswer result) =>
        Assert.IsType<FormAnswer.Refused>(result).Errors.Where(field => field.Value.Count > 0).ToDictionary(field => field.Key, field => field.Value.ToArray());

    /// <summary>The only message of the only field that has one.</summary>
    public static (string Field, string Message) OnlyError(this FormAnswer result)
    {
        var (field, messages) = Assert.Single(result.Errors());
        return (field, Assert.Single(messages));
    }

    public static string Failure(this FormAnswer result) => Assert.IsType<FormAnswer.Failed>(result).Message;

    public static string Success(this FormAnswer result) => Assert.IsType<FormAnswer.Saved>(result).Message;
}
