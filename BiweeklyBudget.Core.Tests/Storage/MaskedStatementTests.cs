using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.Core.Tests.Storage;

/// <summary>Statements in the log say what is asked and not about whom.</summary>
public sealed class MaskedStatementTests
{
    [Theory]
    [InlineData("SELECT `o`.`fitid` FROM `ofx_trans` AS `o` WHERE `o`.`fitid` IN ('1111-1', 'it''s', 'back\\'slash') AND `o`.`account_id` = 17", "SELECT `o`.`fitid` FROM `ofx_trans` AS `o` WHERE `o`.`fitid` IN (?, ?, ?) AND `o`.`account_id` = ?")]
    [InlineData("SELECT \"t0\".\"acctid\" FROM t_1 AS \"t0\" WHERE \"t0\".\"amount\" > -12.50 AND x = @p0 LIMIT 501 OFFSET 20", "SELECT \"t0\".\"acctid\" FROM t_1 AS \"t0\" WHERE \"t0\".\"amount\" > -? AND x = @p0 LIMIT 501 OFFSET 20")]
    [InlineData("UPDATE a2 SET n = X'4142', d = TIMESTAMP '2017-07-28 06:24:44' WHERE [id 3] = 3e5", "UPDATE a2 SET n = X?, d = TIMESTAMP ? WHERE [id 3] = ?")]
    [InlineData("SELECT 'without an end", "SELECT ?")]
    [InlineData("SELECT `a", "SELECT `a")]
    [InlineData("", "")]
    public void Values_are_masked_and_names_are_not(string statement, string masked) => Assert.Equal(masked, MaskedStatement.Of(statement));
}
