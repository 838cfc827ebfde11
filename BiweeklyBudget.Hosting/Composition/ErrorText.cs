using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.Hosting.Composition;

/// <summary>What a failed request means to the person who made it.</summary>
internal static class ErrorText
{
    /// <summary>One sentence, perhaps two.</summary>
    public static string Of(ErrorShown error) => error.Reason is { } reason ? reason : error.Fault is { } fault ? Of(fault) : error.Status switch
    {
        StatusCodes.Status400BadRequest => "The request could not be understood.",
        StatusCodes.Status403Forbidden => "The request came from another site's page and was refused. Nothing was changed.",
        StatusCodes.Status429TooManyRequests => "Too many attempts. Please wait a minute and try again.",
        StatusCodes.Status404NotFound => "There is nothing at this address.",
        StatusCodes.Status405MethodNotAllowed => "This address does not answer requests of this kind.",
        StatusCodes.Status422UnprocessableEntity => "The request cannot be done as it is. Nothing was changed.",
        StatusCodes.Status413PayloadTooLarge => "That is too much data for one request. Nothing was saved.",
        StatusCodes.Status503ServiceUnavailable => Of(DatabaseFault.Unreachable),
        _ => "Something went wrong here. Nothing was saved; the log says more.",
    };

    /// <summary>A few words.</summary>
    public static string TitleOf(ErrorShown error) => (error.Fault, error.Status) switch
    {
        (DatabaseFault.Busy, _) => "Database busy",
        (DatabaseFault.Full, _) => "Disk full",
        (DatabaseFault.ReadOnly, _) => "Read-only",
        (DatabaseFault.Damaged, _) => "Database damaged",
        (_, StatusCodes.Status401Unauthorized) => "Not signed in",
        (_, StatusCodes.Status403Forbidden) => "Refused",
        (_, StatusCodes.Status404NotFound) => "Not found",
        (_, StatusCodes.Status503ServiceUnavailable) => "No database",
        (_, < 500) => "Not possible",
        _ => "Error",
    };

    private static string Of(DatabaseFault fault) => fault switch
    {
        DatabaseFault.Busy => "The database is busy: somebody else holds it. Nothing was saved; please try again in a moment.",
        DatabaseFault.Full => "The disk of the database is full, or cannot be written. Nothing was saved; please make room and try again.",
        DatabaseFault.ReadOnly => "The database cannot be written: its file, folder, user or server is read-only. Nothing was saved.",
        DatabaseFault.Missing => "The database is not there any more: it, or a part of it, was deleted or replaced. Nothing was saved.",
        DatabaseFault.Damaged => "The database is damaged. Nothing was saved; it has to be restored from a backup.",
        DatabaseFault.Unstorable => "The text holds characters that the database's character set cannot store. Nothing was saved.",
        _ => "The database cannot be reached right now. Nothing was saved; please try again in a moment.",
    };
}
