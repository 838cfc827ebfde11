using BiweeklyBudget.Core.Saving;

namespace BiweeklyBudget.Core.Tests.Forms;

/// <summary>What tests expect of a result.</summary>
internal static class Replies
{
    public static int SavedId(this SaveResult result) => Assert.IsType<SaveResult.Saved>(result).Ids[0];

    /// <summary>The messages of the fields that have any.</summary>
    public static Dictionary<string, string[]> Errors(this SaveResult result) =>
        Assert.IsType<SaveResult.Refused>(result).Errors.ByField.Where(field => field.Value.Count > 0).ToDictionary(field => field.Key, field => field.Value.ToArray());

    /// <summary>The only message of the only field that has one.</summary>
    public static (string Field, string Message) OnlyError(this SaveResult result)
    {
        var (field, messages) = Assert.Single(result.Errors());
        return (field, Assert.Single(messages));
    }

    public static string Failure(this SaveResult result) => Assert.IsType<SaveResult.Failed>(result).Message;

    public static string Success(this SaveResult result) => Assert.IsType<SaveResult.Saved>(result).Message;
}
