
namespace BiweeklyBudget.Core.Storage;

/// <summary>What a failed write means, whichever engine failed.</summary>
internal enum StorageFault
{
    /// <summary>Something unexpected.</summary>
    Unknown,

    /// <summary>Somebody else was writing; the same write may succeed when repeated.</summary>
    Busy,

    /// <summary>A unique key holds the value already.</summary>
    Duplicate,

    /// <summary>The text has characters that the database's character set does not.</summary>
    Unstorable,

    /// <summary>A table or column of our own is gone: somebody has loaded upstream's tables anew over ours.</summary>
    TablesReplaced,
}
