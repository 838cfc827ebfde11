namespace BiweeklyBudget.Core.Settings;

/// <summary>
/// The settings do not allow the program to start. The message is the one line for stderr; it names the setting and never shows a
/// connection string or a secret.
/// </summary>
public sealed class SettingsException : Exception
{
    /// <summary>Creates the exception without a message.</summary>
    public SettingsException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">The line for stderr.</param>
    public SettingsException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">The line for stderr.</param>
    /// <param name="innerException">Its cause.</param>
    public SettingsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
