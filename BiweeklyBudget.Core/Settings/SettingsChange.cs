namespace BiweeklyBudget.Core.Settings;

/// <summary>What a person wants the household's settings to be. <see cref="BudgetSettings.ToChange"/> gives the one that changes nothing.</summary>
public sealed record SettingsChange
{
    /// <summary>First day of any one pay period. All periods, past ones too, are counted from it.</summary>
    public required DateOnly Payday { get; init; }

    /// <summary>What is dated earlier never counts as unreconciled.</summary>
    public required DateOnly ReconcileBegin { get; init; }

    /// <summary>Age in days beyond which account data is stale, from 0 to 3650.</summary>
    public required int StaleDataDays { get; init; }

    /// <summary>The account that forms choose at first.</summary>
    public required int DefaultAccountId { get; init; }

    /// <summary>The budget that the form of a fuel fill chooses at first.</summary>
    public required int FuelBudgetId { get; init; }

    /// <summary>ISO 4217 code; nothing is converted.</summary>
    public required string CurrencyCode { get; init; }

    /// <summary>How amounts and dates are written: <c>de_DE</c>.</summary>
    public required string LocaleName { get; init; }

    /// <summary>The colours of the pages.</summary>
    public required ColourTheme Theme { get; init; }

    /// <summary>Unit of volume, 1 to 30 characters.</summary>
    public required string FuelVolumeUnit { get; init; }

    /// <summary>The same, short.</summary>
    public required string FuelVolumeAbbreviation { get; init; }

    /// <summary>Unit of distance, 1 to 30 characters.</summary>
    public required string DistanceUnit { get; init; }

    /// <summary>The same, short.</summary>
    public required string DistanceUnitAbbreviation { get; init; }

    /// <summary>Distance by volume, 1 to 30 characters.</summary>
    public required string FuelEconomyAbbreviation { get; init; }

    /// <summary>Whether setting up is over, so that the start page leads nobody through it any more.</summary>
    public bool IsSetUp { get; init; }

    /// <summary>These settings in the place of others.</summary>
    internal BudgetSettings ApplyTo(BudgetSettings settings) => settings with
    {
        PayPeriodStartDate = Payday,
        ReconcileBeginDate = ReconcileBegin,
        StaleDataDays = StaleDataDays,
        DefaultAccountId = DefaultAccountId,
        FuelBudgetId = FuelBudgetId,
        CurrencyCode = CurrencyCode,
        LocaleName = LocaleName,
        Theme = Theme,
        FuelVolumeUnit = FuelVolumeUnit,
        FuelVolumeAbbreviation = FuelVolumeAbbreviation,
        DistanceUnit = DistanceUnit,
        DistanceUnitAbbreviation = DistanceUnitAbbreviation,
        FuelEconomyAbbreviation = FuelEconomyAbbreviation,
        IsSetUp = IsSetUp,
    };
}
