namespace BiweeklyBudget.TestSupport;

/// <summary>Where a connection breaks while a commit is under way. The client learns nothing in any case.</summary>
public enum CommitCut
{
    /// <summary>The server never hears of the commit, and takes everything back.</summary>
    BeforeTheServer,

    /// <summary>The server gets the commit and loses the connection at the same moment.</summary>
    AtTheServer,

    /// <summary>The server has committed and its answer is lost.</summary>
    BeforeTheAnswer,
}
