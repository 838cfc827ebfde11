using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.Hosting.Tests.Composition;

public sealed class StatementCountOnSqliteTests() : StatementCountTests(DatabaseEngine.Sqlite);
