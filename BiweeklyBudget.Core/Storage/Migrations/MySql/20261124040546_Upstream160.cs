using System;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BiweeklyBudget.Core.Storage.Migrations.MySql
{
    /// <inheritdoc />
    internal partial class Upstream160 : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "alembic_version",
                columns: table => new
                {
                    version_num = table.Column<string>(type: "varchar(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_alembic_version", x => x.version_num);
                });

            migrationBuilder.CreateTable(
                name: "budgets",
                columns: table => new
                {
                    id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("MySql:ValueGenerationStrategy", MySqlValueGenerationStrategy.IdentityColumn),
                    is_periodic = table.Column<bool>(type: "tinyint(1)", nullable: true),
                    name = table.Column<string>(type: "varchar(50)", maxLength: 50, nullable: true),
                    description = table.Column<string>(type: "varchar(254)", maxLength: 254, nullable: true),
                    starting_balance = table.Column<decimal>(type: "decimal(10,4)", precision: 10, scale: 4, nullable: true),
                    current_balance = table.Column<decimal>(type: "decimal(10,4)", precision: 10, scale: 4, nullable: true),
                    is_active = table.Column<bool>(type: "tinyint(1)", nullable: true),
                    is_income = table.Column<bool>(type: "tinyint(1)", nullable: true),
                    omit_from_graphs = table.Column<bool>(type: "tinyint(1)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_budgets", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plaid_items",
                columns: table => new
                {
                    item_id = table.Column<string>(type: "varchar(70)", maxLength: 70, nullable: false),
                    access_token = table.Column<string>(type: "varchar(70)", maxLength: 70, nullable: true),
                    institution_name = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: true),
                    institution_id = table.Column<string>(type: "varchar(50)", maxLength: 50, nullable: true),
                    last_updated = table.Column<DateTime>(type: "datetime", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plaid_items", x => x.item_id);
                });

            migrationBuilder.CreateTable(
                name: "reconcile_rules",
                columns: table => new
                {
                    id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("MySql:ValueGenerationStrategy", MySqlValueGenerationStrategy.IdentityColumn),
                    name = table.Column<string>(type: "varchar(50)", maxLength: 50, nullable: true),
                    is_active = table.Column<bool>(type: "tinyint(1)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reconcile_rules", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "settings",
                columns: table => new
                {
                    name = table.Column<string>(type: "varchar(80)", maxLength: 80, nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true),
                    default_value = table.Column<string>(type: "TEXT", nullable: true),
                    is_json = table.Column<bool>(type: "tinyint(1)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_settings", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "vehicles",
                columns: table => new
                {
                    id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("MySql:ValueGenerationStrategy", MySqlValueGenerationStrategy.IdentityColumn),
                    name = table.Column<string>(type: "varchar(254)", maxLength: 254, nullable: true),
                    is_active = table.Column<bool>(type: "tinyint(1)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_vehicles", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "projects",
                columns: table => new
                {
                    id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("MySql:ValueGenerationStrategy", MySqlValueGenerationStrategy.IdentityColumn),
                    name = table.Column<string>(type: "varchar(40)", maxLength: 40, nullable: true),
                    notes = table.Column<string>(type: "varchar(254)", maxLength: 254, nullable: true),
                    is_active = table.Column<bool>(type: "tinyint(1)", nullable: true),
                    standing_budget_id = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_projects", x => x.id);
                    table.ForeignKey(
                        name: "fk_projects_standing_budget_id_budgets",
                        column: x => x.standing_budget_id,
                        principalTable: "budgets",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "plaid_accounts",
                columns: table => new
                {
                    item_id = table.Column<string>(type: "varchar(70)", maxLength: 70, nullable: false),
                    account_id = table.Column<string>(type: "varchar(70)", maxLength: 70, nullable: false),
                    name = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: true),
                    mask = table.Column<string>(type: "varchar(20)", maxLength: 20, nullable: true),
                    account_type = table.Column<string>(type: "varchar(50)", maxLength: 50, nullable: true),
                    account_subtype = table.Column<string>(type: "varchar(50)", maxLength: 50, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plaid_accounts", x => new { x.item_id, x.account_id });
                    table.ForeignKey(
                        name: "fk_plaid_accounts_item_id_plaid_items",
                        column: x => x.item_id,
                        principalTable: "plaid_items",
                        principalColumn: "item_id");
                });

            migrationBuilder.CreateTable(
                name: "fuellog",
                columns: table => new
                {
                    id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("MySql:ValueGenerationStrategy", MySqlValueGenerationStrategy.IdentityColumn),
                    date = table.Column<DateOnly>(type: "date", nullable: true),
                    vehicle_id = table.Column<int>(type: "int", nullable: true),
                    odometer_miles = table.Column<int>(type: "int", nullable: true),
                    reported_miles = table.Column<short>(type: "smallint", nullable: true),
                    calculated_miles = table.Column<short>(type: "smallint", nullable: true),
                    level_before = table.Column<short>(type: "smallint", nullable: true),
                    level_after = table.Column<short>(type: "smallint", nullable: true),
                    fill_location = table.Column<string>(type: "varchar(254)", maxLength: 254, nullable: true),
                    cost_per_gallon = table.Column<decimal>(type: "decimal(10,4)", precision: 10, scale: 4, nullable: true),
                    total_cost = table.Column<decimal>(type: "decimal(10,4)", precision: 10, scale: 4, nullable: true),
                    gallons = table.Column<decimal>(type: "decimal(10,4)", precision: 10, scale: 4, nullable: true),
                    reported_mpg = table.Column<decimal>(type: "decimal(10,4)", precision: 10, scale: 4, nullable: true),
                    calculated_mpg = table.Column<decimal>(type: "decimal(10,4)", precision: 10, scale: 4, nullable: true),
                    notes = table.Column<string>(type: "varchar(254)", maxLength: 254, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fuellog", x => x.id);
                    table.ForeignKey(
                        name: "fk_fuellog_vehicle_id_vehicles",
                        column: x => x.vehicle_id,
                        principalTable: "vehicles",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "bom_items",
                columns: table => new
                {
                    id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("MySql:ValueGenerationStrategy", MySqlValueGenerationStrategy.IdentityColumn),
                    project_id = table.Column<int>(type: "int", nullable: false),
                    name = table.Column<string>(type: "varchar(254)", maxLength: 254, nullable: true),
                    notes = table.Column<string>(type: "varchar(254)", maxLength: 254, nullable: true),
                    quantity = table.Column<int>(type: "int", nullable: true),
                    unit_cost = table.Column<decimal>(type: "decimal(10,4)", precision: 10, scale: 4, nullable: true),
                    url = table.Column<string>(type: "varchar(254)", maxLength: 254, nullable: true),
                    is_active = table.Column<bool>(type: "tinyint(1)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bom_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_bom_items_project_id_projects",
                        column: x => x.project_id,
                        principalTable: "projects",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("MySql:ValueGenerationStrategy", MySqlValueGenerationStrategy.IdentityColumn),
                    name = table.Column<string>(type: "varchar(50)", maxLength: 50, nullable: true),
                    description = table.Column<string>(type: "varchar(254)", maxLength: 254, nullable: true),
                    ofx_cat_memo_to_name = table.Column<bool>(type: "tinyint(1)", nullable: true),
                    vault_creds_path = table.Column<string>(type: "varchar(254)", maxLength: 254, nullable: true),
                    ofxgetter_config_json = table.Column<string>(type: "TEXT", nullable: true),
                    negate_ofx_amounts = table.Column<bool>(type: "tinyint(1)", nullable: true),
                    reconcile_trans = table.Column<bool>(type: "tinyint(1)", nullable: false),
                    acct_type = table.Column<string>(type: "enum('Bank','Credit','Investment','Cash','Other')", nullable: true),
                    credit_limit = table.Column<decimal>(type: "decimal(10,4)", precision: 10, scale: 4, nullable: true),
                    apr = table.Column<decimal>(type: "decimal(5,4)", precision: 5, scale: 4, nullable: true),
                    prime_rate_margin = table.Column<decimal>(type: "decimal(5,4)", precision: 5, scale: 4, nullable: true),
                    interest_class_name = table.Column<string>(type: "varchar(70)", maxLength: 70, nullable: true),
                    min_payment_class_name = table.Column<string>(type: "varchar(70)", maxLength: 70, nullable: true),
                    is_active = table.Column<bool>(type: "tinyint(1)", nullable: true),
                    re_interest_charge = table.Column<string>(type: "varchar(254)", maxLength: 254, nullable: true),
                    re_interest_paid = table.Column<string>(type: "varchar(254)", maxLength: 254, nullable: true),
                    re_payment = table.Column<string>(type: "varchar(254)", maxLength: 254, nullable: true),
                    re_late_fee = table.Column<string>(type: "varchar(254)", maxLength: 254, nullable: true),
                    re_other_fee = table.Column<string>(type: "varchar(254)", maxLength: 254, nullable: true),
                    plaid_item_id = table.Column<string>(type: "varchar(70)", maxLength: 70, nullable: true),
                    plaid_account_id = table.Column<string>(type: "varchar(70)", maxLength: 70, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts", x => x.id);
                    table.ForeignKey(
                        name: "fk_accounts_plaid_item_id_plaid_accounts",
                        columns: x => new { x.plaid_item_id, x.plaid_account_id },
                        principalTable: "plaid_accounts",
                        principalColumns: new[] { "item_id", "account_id" });
                });

            migrationBuilder.CreateTable(
                name: "account_balances",
                columns: table => new
                {
                    id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("MySql:ValueGenerationStrategy", MySqlValueGenerationStrategy.IdentityColumn),
                    account_id = table.Column<int>(type: "int", nullable: false),
                    ledger = table.Column<decimal>(type: "decimal(10,4)", precision: 10, scale: 4, nullable: true),
                    ledger_date = table.Column<DateTime>(type: "datetime", nullable: true),
                    avail = table.Column<decimal>(type: "decimal(10,4)", precision: 10, scale: 4, nullable: true),
                    avail_date = table.Column<DateTime>(type: "datetime", nullable: true),
                    overall_date = table.Column<DateTime>(type: "datetime", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_balances", x => x.id);
                    table.ForeignKey(
                        name: "fk_account_balances_account_id_accounts",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "ofx_statements",
                columns: table => new
                {
                    id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("MySql:ValueGenerationStrategy", MySqlValueGenerationStrategy.IdentityColumn),
                    account_id = table.Column<int>(type: "int", nullable: false),
                    filename = table.Column<string>(type: "varchar(254)", maxLength: 254, nullable: true),
                    file_mtime = table.Column<DateTime>(type: "datetime", nullable: true),
                    currency = table.Column<string>(type: "varchar(10)", maxLength: 10, nullable: true),
                    bankid = table.Column<string>(type: "varchar(20)", maxLength: 20, nullable: true),
                    routing_number = table.Column<string>(type: "varchar(20)", maxLength: 20, nullable: true),
                    acct_type = table.Column<string>(type: "varchar(32)", maxLength: 32, nullable: true),
                    brokerid = table.Column<string>(type: "varchar(30)", maxLength: 30, nullable: true),
                    acctid = table.Column<string>(type: "varchar(30)", maxLength: 30, nullable: true),
                    type = table.Column<string>(type: "varchar(20)", maxLength: 20, nullable: true),
                    as_of = table.Column<DateTime>(type: "datetime", nullable: true),
                    ledger_bal = table.Column<decimal>(type: "decimal(10,4)", precision: 10, scale: 4, nullable: true),
                    ledger_bal_as_of = table.Column<DateTime>(type: "datetime", nullable: true),
                    avail_bal = table.Column<decimal>(type: "decimal(10,4)", precision: 10, scale: 4, nullable: true),
                    avail_bal_as_of = table.Column<DateTime>(type: "datetime", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ofx_statements", x => x.id);
                    table.ForeignKey(
                        name: "fk_ofx_statements_account_id_accounts",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "scheduled_transactions",
                columns: table => new
                {
                    id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("MySql:ValueGenerationStrategy", MySqlValueGenerationStrategy.IdentityColumn),
                    amount = table.Column<decimal>(type: "decimal(10,4)", precision: 10, scale: 4, nullable: false),
                    sales_tax = table.Column<decimal>(type: "decimal(10,4)", precision: 10, scale: 4, nullable: false),
                    description = table.Column<string>(type: "varchar(254)", maxLength: 254, nullable: false),
                    notes = table.Column<string>(type: "varchar(254)", maxLength: 254, nullable: true),
                    account_id = table.Column<int>(type: "int", nullable: true),
                    budget_id = table.Column<int>(type: "int", nullable: true),
                    is_active = table.Column<bool>(type: "tinyint(1)", nullable: true),
                    date = table.Column<DateOnly>(type: "date", nullable: true),
                    day_of_month = table.Column<short>(type: "smallint", nullable: true),
                    num_per_period = table.Column<short>(type: "smallint", nullable: true),
                    day_of_week = table.Column<short>(type: "smallint", nullable: true),
                    annual_month = table.Column<short>(type: "smallint", nullable: true),
                    annual_day = table.Column<short>(type: "smallint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scheduled_transactions", x => x.id);
                    table.ForeignKey(
                        name: "fk_scheduled_transactions_account_id_accounts",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_scheduled_transactions_budget_id_budgets",
                        column: x => x.budget_id,
                        principalTable: "budgets",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "transactions",
                columns: table => new
                {
                    id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("MySql:ValueGenerationStrategy", MySqlValueGenerationStrategy.IdentityColumn),
                    date = table.Column<DateOnly>(type: "date", nullable: true),
                    budgeted_amount = table.Column<decimal>(type: "decimal(10,4)", precision: 10, scale: 4, nullable: true),
                    description = table.Column<string>(type: "varchar(254)", maxLength: 254, nullable: false),
                    notes = table.Column<string>(type: "varchar(254)", maxLength: 254, nullable: true),
                    account_id = table.Column<int>(type: "int", nullable: true),
                    scheduled_trans_id = table.Column<int>(type: "int", nullable: true),
                    planned_budget_id = table.Column<int>(type: "int", nullable: true),
                    transfer_id = table.Column<int>(type: "int", nullable: true),
                    sales_tax = table.Column<decimal>(type: "decimal(10,4)", precision: 10, scale: 4, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_transactions", x => x.id);
                    table.ForeignKey(
                        name: "fk_transactions_account_id_accounts",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_transactions_planned_budget_id_budgets",
                        column: x => x.planned_budget_id,
                        principalTable: "budgets",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_transactions_scheduled_trans_id_scheduled_transactions",
                        column: x => x.scheduled_trans_id,
                        principalTable: "scheduled_transactions",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_transactions_transfer_id_transactions",
                        column: x => x.transfer_id,
                        principalTable: "transactions",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "budget_transactions",
                columns: table => new
                {
                    id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("MySql:ValueGenerationStrategy", MySqlValueGenerationStrategy.IdentityColumn),
                    amount = table.Column<decimal>(type: "decimal(10,4)", precision: 10, scale: 4, nullable: false),
                    trans_id = table.Column<int>(type: "int", nullable: true),
                    budget_id = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_budget_transactions", x => x.id);
                    table.ForeignKey(
                        name: "fk_budget_transactions_budget_id_budgets",
                        column: x => x.budget_id,
                        principalTable: "budgets",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_budget_transactions_trans_id_transactions",
                        column: x => x.trans_id,
                        principalTable: "transactions",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "ofx_trans",
                columns: table => new
                {
                    account_id = table.Column<int>(type: "int", nullable: false),
                    statement_id = table.Column<int>(type: "int", nullable: false),
                    fitid = table.Column<string>(type: "varchar(255)", maxLength: 255, nullable: false),
                    trans_type = table.Column<string>(type: "varchar(50)", maxLength: 50, nullable: true),
                    date_posted = table.Column<DateTime>(type: "datetime", nullable: true),
                    amount = table.Column<decimal>(type: "decimal(10,4)", precision: 10, scale: 4, nullable: true),
                    name = table.Column<string>(type: "varchar(255)", maxLength: 255, nullable: true),
                    memo = table.Column<string>(type: "varchar(255)", maxLength: 255, nullable: true),
                    sic = table.Column<string>(type: "varchar(255)", maxLength: 255, nullable: true),
                    mcc = table.Column<string>(type: "varchar(255)", maxLength: 255, nullable: true),
                    checknum = table.Column<string>(type: "varchar(32)", maxLength: 32, nullable: true),
                    description = table.Column<string>(type: "varchar(254)", maxLength: 254, nullable: true),
                    notes = table.Column<string>(type: "TEXT", nullable: true),
                    is_payment = table.Column<bool>(type: "tinyint(1)", nullable: true),
                    is_late_fee = table.Column<bool>(type: "tinyint(1)", nullable: true),
                    is_interest_charge = table.Column<bool>(type: "tinyint(1)", nullable: true),
                    is_other_fee = table.Column<bool>(type: "tinyint(1)", nullable: true),
                    is_interest_payment = table.Column<bool>(type: "tinyint(1)", nullable: true),
                    reconcile_id = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ofx_trans", x => new { x.account_id, x.fitid });
                    table.ForeignKey(
                        name: "fk_ofx_trans_account_id_accounts",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_ofx_trans_statement_id_ofx_statements",
                        column: x => x.statement_id,
                        principalTable: "ofx_statements",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "txn_reconciles",
                columns: table => new
                {
                    id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("MySql:ValueGenerationStrategy", MySqlValueGenerationStrategy.IdentityColumn),
                    txn_id = table.Column<int>(type: "int", nullable: true),
                    ofx_fitid = table.Column<string>(type: "varchar(255)", maxLength: 255, nullable: true),
                    ofx_account_id = table.Column<int>(type: "int", nullable: true),
                    rule_id = table.Column<int>(type: "int", nullable: true),
                    note = table.Column<string>(type: "varchar(254)", maxLength: 254, nullable: true),
                    reconciled_at = table.Column<DateTime>(type: "datetime", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_txn_reconciles", x => x.id);
                    table.ForeignKey(
                        name: "fk_txn_reconciles_ofx_account_id_ofx_trans",
                        columns: x => new { x.ofx_account_id, x.ofx_fitid },
                        principalTable: "ofx_trans",
                        principalColumns: new[] { "account_id", "fitid" });
                    table.ForeignKey(
                        name: "fk_txn_reconciles_rule_id_reconcile_rules",
                        column: x => x.rule_id,
                        principalTable: "reconcile_rules",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_txn_reconciles_txn_id_transactions",
                        column: x => x.txn_id,
                        principalTable: "transactions",
                        principalColumn: "id");
                });

            migrationBuilder.CreateIndex(
                name: "fk_account_balances_account_id_accounts",
                table: "account_balances",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "fk_accounts_plaid_item_id_plaid_accounts",
                table: "accounts",
                columns: new[] { "plaid_item_id", "plaid_account_id" });

            migrationBuilder.CreateIndex(
                name: "ix_accounts_name",
                table: "accounts",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "fk_bom_items_project_id_projects",
                table: "bom_items",
                column: "project_id");

            migrationBuilder.CreateIndex(
                name: "fk_budget_transactions_budget_id_budgets",
                table: "budget_transactions",
                column: "budget_id");

            migrationBuilder.CreateIndex(
                name: "fk_budget_transactions_trans_id_transactions",
                table: "budget_transactions",
                column: "trans_id");

            migrationBuilder.CreateIndex(
                name: "ix_budgets_name",
                table: "budgets",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "fk_fuellog_vehicle_id_vehicles",
                table: "fuellog",
                column: "vehicle_id");

            migrationBuilder.CreateIndex(
                name: "uq_ofx_statements_account_id",
                table: "ofx_statements",
                columns: new[] { "account_id", "filename" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "fk_ofx_trans_reconcile_id_txn_reconciles",
                table: "ofx_trans",
                column: "reconcile_id");

            migrationBuilder.CreateIndex(
                name: "fk_ofx_trans_statement_id_ofx_statements",
                table: "ofx_trans",
                column: "statement_id");

            migrationBuilder.CreateIndex(
                name: "ix_ofx_trans_description",
                table: "ofx_trans",
                column: "description");

            migrationBuilder.CreateIndex(
                name: "ix_ofx_trans_memo",
                table: "ofx_trans",
                column: "memo");

            migrationBuilder.CreateIndex(
                name: "ix_ofx_trans_name",
                table: "ofx_trans",
                column: "name");

            migrationBuilder.CreateIndex(
                name: "fk_projects_standing_budget_id_budgets",
                table: "projects",
                column: "standing_budget_id");

            migrationBuilder.CreateIndex(
                name: "uq_reconcile_rules_name",
                table: "reconcile_rules",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "fk_scheduled_transactions_account_id_accounts",
                table: "scheduled_transactions",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "fk_scheduled_transactions_budget_id_budgets",
                table: "scheduled_transactions",
                column: "budget_id");

            migrationBuilder.CreateIndex(
                name: "ix_scheduled_transactions_description",
                table: "scheduled_transactions",
                column: "description");

            migrationBuilder.CreateIndex(
                name: "fk_transactions_account_id_accounts",
                table: "transactions",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "fk_transactions_planned_budget_id_budgets",
                table: "transactions",
                column: "planned_budget_id");

            migrationBuilder.CreateIndex(
                name: "fk_transactions_scheduled_trans_id_scheduled_transactions",
                table: "transactions",
                column: "scheduled_trans_id");

            migrationBuilder.CreateIndex(
                name: "fk_transactions_transfer_id_transactions",
                table: "transactions",
                column: "transfer_id");

            migrationBuilder.CreateIndex(
                name: "ix_transactions_description",
                table: "transactions",
                column: "description");

            migrationBuilder.CreateIndex(
                name: "fk_txn_reconciles_ofx_account_id_ofx_trans",
                table: "txn_reconciles",
                columns: new[] { "ofx_account_id", "ofx_fitid" });

            migrationBuilder.CreateIndex(
                name: "fk_txn_reconciles_rule_id_reconcile_rules",
                table: "txn_reconciles",
                column: "rule_id");

            migrationBuilder.CreateIndex(
                name: "fk_txn_reconciles_txn_id_transactions",
                table: "txn_reconciles",
                column: "txn_id");

            migrationBuilder.CreateIndex(
                name: "uq_txn_reconciles_ofx_account_id",
                table: "txn_reconciles",
                columns: new[] { "ofx_account_id", "ofx_fitid" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "uq_txn_reconciles_txn_id",
                table: "txn_reconciles",
                column: "txn_id",
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "fk_ofx_trans_reconcile_id_txn_reconciles",
                table: "ofx_trans",
                column: "reconcile_id",
                principalTable: "txn_reconciles",
                principalColumn: "id");

            // The stamp that upstream looks for, last: a database without it is one whose creation was interrupted.
            migrationBuilder.InsertData(table: "alembic_version", column: "version_num", value: "a1b2c3d4e5f6");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_ofx_statements_account_id_accounts",
                table: "ofx_statements");

            migrationBuilder.DropForeignKey(
                name: "fk_ofx_trans_account_id_accounts",
                table: "ofx_trans");

            migrationBuilder.DropForeignKey(
                name: "fk_scheduled_transactions_account_id_accounts",
                table: "scheduled_transactions");

            migrationBuilder.DropForeignKey(
                name: "fk_transactions_account_id_accounts",
                table: "transactions");

            migrationBuilder.DropForeignKey(
                name: "fk_scheduled_transactions_budget_id_budgets",
                table: "scheduled_transactions");

            migrationBuilder.DropForeignKey(
                name: "fk_transactions_planned_budget_id_budgets",
                table: "transactions");

            migrationBuilder.DropForeignKey(
                name: "fk_txn_reconciles_txn_id_transactions",
                table: "txn_reconciles");

            migrationBuilder.DropForeignKey(
                name: "fk_ofx_trans_reconcile_id_txn_reconciles",
                table: "ofx_trans");

            migrationBuilder.DropTable(
                name: "account_balances");

            migrationBuilder.DropTable(
                name: "alembic_version");

            migrationBuilder.DropTable(
                name: "bom_items");

            migrationBuilder.DropTable(
                name: "budget_transactions");

            migrationBuilder.DropTable(
                name: "fuellog");

            migrationBuilder.DropTable(
                name: "settings");

            migrationBuilder.DropTable(
                name: "projects");

            migrationBuilder.DropTable(
                name: "vehicles");

            migrationBuilder.DropTable(
                name: "accounts");

            migrationBuilder.DropTable(
                name: "plaid_accounts");

            migrationBuilder.DropTable(
                name: "plaid_items");

            migrationBuilder.DropTable(
                name: "budgets");

            migrationBuilder.DropTable(
                name: "transactions");

            migrationBuilder.DropTable(
                name: "scheduled_transactions");

            migrationBuilder.DropTable(
                name: "txn_reconciles");

            migrationBuilder.DropTable(
                name: "ofx_trans");

            migrationBuilder.DropTable(
                name: "reconcile_rules");

            migrationBuilder.DropTable(
                name: "ofx_statements");
        }
    }
}
