namespace BiweeklyBudget.Core.Settings;

/// <summary>The colours of the pages.</summary>
public enum ColourTheme
{
    /// <summary>Light or dark, as the person's system asks for.</summary>
    System,

    /// <summary>Dark ink on light paper.</summary>
    Light,

    /// <summary>Light ink on dark paper.</summary>
    Dark,
}
