namespace BiweeklyBudget.Core.Storage.Initialization;

/// <summary>Upstream's chain of schema revisions (spec/schema.md §2).</summary>
internal static class UpstreamRevisions
{
    /// <summary>The revision of upstream 1.6.0, whose schema is ours.</summary>
    public const string Head = "a1b2c3d4e5f6";

    private static readonly HashSet<string> Older =
    [
        "7477ff15e8c4", "a8f1228af250", "f136418fc4ab", "5446559aecf7", "ed827c515edb", "8627a80874a6", "ceb73ddf66eb", "9dc8545963be", "32b34a664b5a", "61e62ef50513",
        "6d37400ea9cd", "04e61490804b", "08b6358a04bf", "073142f641b3", "ac93b5c826a5", "f5a002127934", "d01774fa3ae3", "1bb9e6a1c07c", "bbb39e1d7c5d",
    ];

    /// <summary>Whether a revision is one of upstream's before <see cref="Head"/>.</summary>
    public static bool IsOlder(string revision) => Older.Contains(revision);
}
