namespace BiweeklyBudget.TestSupport;

/// <summary>The settings with which the transcripts in eng/testdata/golden were recorded (eng/testdata/golden/README.md).</summary>
public static class RecordedSettings
{
    /// <summary>The day that the frozen clock shows.</summary>
    public static readonly DateOnly Today = new(2017, 7, 28);

    public static Dictionary<string, string?> For(string databaseUrl) => new()
    {
        ["DB_CONNSTRING"] = databaseUrl,
        ["BIWEEKLYBUDGET_TEST_TIMESTAMP"] = "1501223084",
        ["PAY_PERIOD_START_DATE"] = "2017-07-21",
        ["RECONCILE_BEGIN_DATE"] = "2017-01-01",
        ["DEFAULT_ACCOUNT_ID"] = "1",
        ["FUEL_BUDGET_ID"] = "2",
        ["STALE_DATA_TIMEDELTA"] = "2",
        ["CURRENCY_CODE"] = "USD",
        ["LOCALE_NAME"] = "en_US",
        ["BACKUP_PATH"] = "off",
        ["TZ"] = "UTC",
    };
}
