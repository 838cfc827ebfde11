namespace BiweeklyBudget.Hosting.Security.SignIn;

/// <summary>What an endpoint asks of who comes.</summary>
internal enum Access
{
    /// <summary>By the request's method: <see cref="Read"/> for GET and HEAD, else <see cref="Write"/>. What an endpoint asks that says nothing.</summary>
    ByMethod,

    /// <summary>Nothing.</summary>
    Anyone,

    /// <summary>Somebody who is signed in, or a token that is good for reading.</summary>
    Read,

    /// <summary>Somebody who may save, or a token of his that is good for it.</summary>
    Write,

    /// <summary>Somebody who is signed in in a browser: it is about himself.</summary>
    Person,

    /// <summary>An owner who is signed in in a browser.</summary>
    Owner,
}
