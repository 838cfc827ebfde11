namespace BiweeklyBudget.Core.Storage;

/// <summary>Which rows of the table <c>settings</c> are the household's settings, for statements that look for changes of them. The others are not settings: imports, plans, the prime rate.</summary>
internal static class HouseholdKeys
{
    /// <summary>The last save that changed one of them, as an expression of SQL.</summary>
    public const string LastChange =
        """
        (SELECT MAX(change_id) FROM bb_changed_rows WHERE table_name = 'settings' AND row_key IN (
          'PAY_PERIOD_START_DATE', 'RECONCILE_BEGIN_DATE', 'STALE_DATA_TIMEDELTA', 'DEFAULT_ACCOUNT_ID', 'FUEL_BUDGET_ID', 'CURRENCY_CODE', 'LOCALE_NAME', 'BIWEEKLYBUDGET_THEME',
          'FUEL_VOLUME_UNIT', 'FUEL_VOLUME_ABBREVIATION', 'DISTANCE_UNIT', 'DISTANCE_UNIT_ABBREVIATION', 'FUEL_ECO_ABBREVIATION', 'bb_set_up'))
        """;
}
