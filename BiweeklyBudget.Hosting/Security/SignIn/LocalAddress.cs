namespace BiweeklyBudget.Hosting.Security.SignIn;

/// <summary>Where somebody is led after signing in: a path of this app, or its start. What a link says is anybody's word.</summary>
internal static class LocalAddress
{
    /// <summary>The path with its query if it is one, below the path where the app is mounted; else the start.</summary>
    /// <param name="address">Without the path of the mount.</param>
    public static string Of(string? address) =>
        address is ['/', ..] && (address.Length == 1 || address[1] is not ('/' or '\\')) && !address.Any(letter => char.IsControl(letter) || letter == '\\') ? "~" + address : "~/";
}
