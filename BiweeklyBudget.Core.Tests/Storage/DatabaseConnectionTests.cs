using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Connections;
using Microsoft.EntityFrameworkCore;
using MySqlConnector;

namespace BiweeklyBudget.Core.Tests.Storage;

public sealed class DatabaseConnectionTests
{
    [Theory]
    [InlineData("mysql+pymysql://budgetTester@127.0.0.1:3306/budgettest?charset=utf8mb4", "budgetTester", "", "127.0.0.1", 3306, "budgettest")]
    [InlineData("mysql://me:pass@db.example.org/money", "me", "pass", "db.example.org", 3306, "money")]
    [InlineData("mysql://me:a+b%2Bc@h/d", "me", "a+b+c", "h", 3306, "d")]
    [InlineData("mysql://first%40last:p%40ss%2Fw%3Ao%3Frd%25@h:3307/d", "first@last", "p@ss/w:o?rd%", "h", 3307, "d")]
    [InlineData("mysql://me:with/slash:and%20space@h/d", "me", "with/slash:and space", "h", 3306, "d")]
    [InlineData("mysql://me:semi;Server=evil;\"'@h/d", "me", "semi;Server=evil;\"'", "h", 3306, "d")]
    [InlineData("mysql://me:p%C3%A4ss@h/d?charset=utf8", "me", "päss", "h", 3306, "d")]
    [InlineData("mysql://me:100%@h/d", "me", "100%", "h", 3306, "d")]
    [InlineData("mysql://me:@h/d", "me", "", "h", 3306, "d")]
    [InlineData("mysql://me:p@[::1]:3308/d", "me", "p", "::1", 3308, "d")]
    [InlineData("mysql://me:p@[fe80::2]/d", "me", "p", "fe80::2", 3306, "d")]
    [InlineData("mysql://me:p@docker_db/we`ird';name", "me", "p", "docker_db", 3306, "we`ird';name")]
    public void A_MySQL_url_is_split_and_decoded(string value, string user, string password, string host, int port, string database)
    {
        using var context = DatabaseConnection.Parse(value).CreateContext();
        var parts = new MySqlConnectionStringBuilder(context.Database.GetConnectionString()!);
        Assert.Equal((user, password, host, (uint)port, database), (parts.UserID, parts.Password, parts.Server, parts.Port, parts.Database));
        Assert.Equal(3600u, parts.ConnectionLifeTime);
    }

    [Fact]
    public void A_socket_and_a_certificate_authority_are_taken_over()
    {
        using var context = DatabaseConnection.Parse("mysql+pymysql://me@localhost/d?unix_socket=/run/mysqld/mysqld.sock&ssl_ca=%2Fetc%2Fca.pem").CreateContext();
        var parts = new MySqlConnectionStringBuilder(context.Database.GetConnectionString()!);
        Assert.Equal((MySqlConnectionProtocol.UnixSocket, "/run/mysqld/mysqld.sock"), (parts.ConnectionProtocol, parts.Server));
        Assert.Equal((MySqlSslMode.VerifyFull, "/etc/ca.pem"), (parts.SslMode, parts.SslCa));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("hunter2")]
    [InlineData("postgresql://me:hunter2@h/d")]
    [InlineData("mysql:me:hunter2@h/d")]
    [InlineData("mysql+mysqldb://me:hunter2@h/d")]
    [InlineData("mysql://h/d")]
    [InlineData("mysql://:hunter2@h/d")]
    [InlineData("mysql://me:hunter2")]
    [InlineData("mysql://me:hunter2@")]
    [InlineData("mysql://me:hunter2@/d")]
    [InlineData("mysql://me:hunter2@h")]
    [InlineData("mysql://me:hunter2@h/")]
    [InlineData("mysql://me:hunter2@h:x/d")]
    [InlineData("mysql://me:hunter2@h:0/d")]
    [InlineData("mysql://me:hunter2@h:65536/d")]
    [InlineData("mysql://me:hunter2@h:+1/d")]
    [InlineData("mysql://me:hunter2@h,g/d")]
    [InlineData("mysql://me:x@hunter2@h/d")]
    [InlineData("mysql://me:x@y/hunter2?hunter2@h/d")]
    [InlineData("mysql://me:hunter2@[::1/d")]
    [InlineData("mysql://me:hunter2@[10.0.0.1]/d")]
    [InlineData("mysql://me:hunter2@[::1]3306/d")]
    [InlineData("mysql://me:hunter2@h/d/e")]
    [InlineData("mysql://me:hunter2@h/d%20")]
    [InlineData("mysql://me:hunter2%0A@h/d")]
    [InlineData("mysql://me:hunter2@h/d?charset=latin1")]
    [InlineData("mysql://me:hunter2@h/d?ssl_key=hunter2")]
    [InlineData("mysql://me:hunter2@h/d?unix_socket=relative")]
    [InlineData("mysql://me:hunter2@h/d?read_timeout=3")]
    [InlineData("sqlite:")]
    [InlineData("sqlite://")]
    [InlineData("sqlite:///")]
    [InlineData("sqlite://hunter2.db")]
    [InlineData("sqlite:///:memory:")]
    [InlineData("sqlite:////tmp/")]
    [InlineData("sqlite:////")]
    [InlineData("sqlite:///hunter2.db?mode=ro")]
    public void A_wrong_value_gives_one_line_that_names_the_setting_and_nothing_of_the_value(string value)
    {
        var message = Assert.Throws<ConnectionStringException>(() => DatabaseConnection.Parse(value)).Message;
        Assert.StartsWith("ERROR: setting or environment variable \"DB_CONNSTRING\" ", message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void A_database_name_of_more_than_64_characters_is_refused() =>
        Assert.Throws<ConnectionStringException>(() => DatabaseConnection.Parse("mysql://me:p@h/" + new string('d', 65)));

    [Theory]
    [InlineData("mysql://first:hunter2@db:3307/money", "db:3307/money")]
    [InlineData("mysql://first:hunter2@[::1]/money", "[::1]:3306/money")]
    [InlineData("mysql://first:hunter2@h/money?unix_socket=/run/s", "/run/s/money")]
    [InlineData("sqlite:////var/lib/budget.db", "/var/lib/budget.db")]
    public void The_description_is_the_place_without_the_log_in(string value, string description)
    {
        var connection = DatabaseConnection.Parse(value);
        Assert.Equal(description, connection.Description);
        Assert.DoesNotContain("hunter2", connection.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("first", connection.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_relative_SQLite_path_is_below_the_current_folder_and_taken_literally()
    {
        var connection = DatabaseConnection.Parse("sqlite:///some/100%25 budget.db");
        Assert.Equal(DatabaseEngine.Sqlite, connection.Engine);
        Assert.Equal(Path.Combine(Directory.GetCurrentDirectory(), "some", "100%25 budget.db"), connection.Description);
    }

    [Fact]
    public void The_default_is_a_file_in_the_users_data_folder()
    {
        Assert.EndsWith(Path.Combine("biweeklybudget", "budget.db"), DefaultDatabase.Path, StringComparison.Ordinal);
        Assert.Equal(DefaultDatabase.Path, DatabaseConnection.Parse(DefaultDatabase.ConnectionString).Description);
    }
}
