using BiweeklyBudget.Core.Users;

namespace BiweeklyBudget.Hosting.Security.SignIn;

/// <summary>Who may ask for an endpoint where the program's own sign-in is in force. An endpoint that says nothing is for those who are signed in: to read it, and to save only for those who may save.</summary>
/// <param name="access">Who.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class NeedsAttribute(Access access) : Attribute
{
    /// <summary>Who.</summary>
    public Access Access => access;

    /// <summary>A token that is good for this may come in too, whatever it may do elsewhere.</summary>
    public TokenScopes AlsoFor { get; init; }
}
