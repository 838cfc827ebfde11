using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Security.SignIn;

/// <summary>The pages of the program's own sign-in. Where it is not in force, there is nothing at their addresses.</summary>
internal static class SignInPages
{
    /// <summary>Where one signs in.</summary>
    public const string SignIn = "/sign-in";

    /// <summary>Where a code is used up: for the first owner, and for who has no password yet or no more.</summary>
    public const string Code = "/sign-in/code";

    /// <summary>Where one signs out.</summary>
    public const string SignOut = "/sign-out";

    /// <summary>Password, second factor, devices and tokens.</summary>
    public const string Security = "/security";

    /// <summary>Where one shows again that one is who one says.</summary>
    public const string Confirm = "/security/confirm";

    /// <summary>Where owners make and restore backups.</summary>
    public const string Backups = "/security/backups";

    /// <summary>Whether an endpoint is a page, which a browser may be led away from.</summary>
    public static bool IsPage(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<PageActionDescriptor>() is not null;
}
