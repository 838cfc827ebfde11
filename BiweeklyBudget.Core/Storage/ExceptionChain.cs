namespace BiweeklyBudget.Core.Storage;

/// <summary>An exception and those inside it: EF wraps what an engine throws.</summary>
internal static class ExceptionChain
{
    /// <summary>The exception, then its cause, then the cause of that.</summary>
    public static IEnumerable<Exception> Of(Exception exception)
    {
        for (Exception? inner = exception; inner is not null; inner = inner.InnerException)
        {
            yield return inner;
        }
    }

    /// <summary>The outermost exception of a type.</summary>
    /// <returns>Null when there is none.</returns>
    public static T? Find<T>(Exception exception)
        where T : Exception => Of(exception).OfType<T>().FirstOrDefault();
}
