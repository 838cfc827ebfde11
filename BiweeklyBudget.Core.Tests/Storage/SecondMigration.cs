using Microsoft.EntityFrameworkCore.Migrations;

namespace BiweeklyBudget.Core.Tests.Storage;

/// <summary>A migration as a later version of the program might have it.</summary>
[Migration(Id)]
internal sealed class SecondMigration : Migration
{
    public const string Id = "29990101000000_Second";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("bb_second", table => new { number = table.Column<int>(nullable: false) });
        migrationBuilder.InsertData("bb_second", "number", "int", 7);
    }
}
