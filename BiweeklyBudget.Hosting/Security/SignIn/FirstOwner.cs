using BiweeklyBudget.Core.Users;

namespace BiweeklyBudget.Hosting.Security.SignIn;

/// <summary>The code that makes the first owner. It is in this process alone, in no log, and of use once: whoever reads it stands at the console.</summary>
internal sealed class FirstOwner
{
    private readonly Lock _lock = new();
    private string? _code = UserSection.CreateCode();

    /// <summary>The code; null when it was used.</summary>
    public string? Code
    {
        get
        {
            lock (_lock)
            {
                return _code;
            }
        }
    }

    /// <summary>Uses it up if it is the one that was typed.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="save">Makes the owner, and says whether there is one now.</param>
    /// <returns>Whether the owner was made.</returns>
    public async Task<bool> UseAsync(string typed, Func<Task<bool>> save)
    {
        string? taken;
        lock (_lock)
        {
            if (_code is null || !UserSection.IsCode(typed, _code))
            {
                return false;
            }

            (taken, _code) = (_code, null);
        }

        var isMade = false;
        try
        {
            return isMade = await save();
        }
        finally
        {
            if (!isMade)
            {
                lock (_lock)
                {
                    _code = taken;
                }
            }
        }
    }
}
