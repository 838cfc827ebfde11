namespace BiweeklyBudget.Hosting.Security.SignIn;

/// <summary>Who a proxy that is believed has signed in (<c>AUTH_PROXY_HEADER</c>), as a feature of the request.</summary>
/// <param name="Name">The name that it says.</param>
internal sealed record ProxiedUser(string Name);
