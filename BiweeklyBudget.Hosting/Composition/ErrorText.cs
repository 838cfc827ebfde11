namespace BiweeklyBudget.Hosting.Composition;

/// <summary>What a failed request means to the person who made it.</summary>
internal static class ErrorText
{
    /// <summary>One sentence, perhaps two.</summary>
    public static string Of(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "The request could not be understood.",
        StatusCodes.Status403Forbidden => "The request came from another site's page and was refused. Nothing was changed.",
        StatusCodes.Status404NotFound => "There is nothing at this address.",
        StatusCodes.Status405MethodNotAllowed => "This address does not answer requests of this kind.",
        StatusCodes.Status422UnprocessableEntity => "The request cannot be done as it is. Nothing was changed.",
        StatusCodes.Status413PayloadTooLarge => "That is too much data for one request. Nothing was saved.",
        StatusCodes.Status503ServiceUnavailable => "The database cannot be reached right now. Nothing was saved; please try again in a moment.",
        _ => "Something went wrong here. Nothing was saved; the log says more.",
    };

    /// <summary>A few words.</summary>
    public static string TitleOf(int status) => status switch
    {
        StatusCodes.Status403Forbidden => "Refused",
        StatusCodes.Status404NotFound => "Not found",
        StatusCodes.Status503ServiceUnavailable => "No database",
        < 500 => "Not possible",
        _ => "Error",
    };
}
