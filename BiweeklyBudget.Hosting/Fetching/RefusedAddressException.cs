namespace BiweeklyBudget.Hosting.Fetching;

/// <summary>An address that nothing is fetched from.</summary>
internal sealed class RefusedAddressException : HttpRequestException
{
    public RefusedAddressException(string message)
        : base(message)
    {
    }
}
