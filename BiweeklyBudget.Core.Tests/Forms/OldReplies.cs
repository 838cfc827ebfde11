using BiweeklyBudget.Core.Saving;

namespace BiweeklyBudget.Core.Tests.Forms;

/// <summary>The same of operations that are not typed yet.</summary>
internal static class OldReplies
{
    public static int SavedId(this SaveResult result) => FormAnswer.Of(result).SavedId();

    public static (string Field, string Message) OnlyError(this SaveResult result) => FormAnswer.Of(result).OnlyError();

    public static string Failure(this SaveResult result) => FormAnswer.Of(result).Failure();

    public static string Success(this SaveResult result) => FormAnswer.Of(result).Success();
}
