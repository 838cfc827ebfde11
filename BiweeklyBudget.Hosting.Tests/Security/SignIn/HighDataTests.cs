using System.Net;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Users;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BiweeklyBudget.Hosting.Tests.Security.SignIn;

/// <summary>What a browser that somebody left open does not tell: numbers, where a bank's password is, how statements are downloaded.</summary>
public sealed class HighDataTests
{
    private const string Path = "secret/banks/one";
    private const string Number = "9876543210";
    private const string Routing = "021000021";

    private static readonly string[] Whole = [Path, "\"whole\"", Number, Routing];
    private static readonly string[] Replies = ["/ajax/account/1", "/api/ofx/accounts", "/ajax/ofx/1/BankOne.0.1", "/ajax/reconcile/1"];

    [Fact]
    public async Task A_session_shows_it_for_five_minutes_after_the_password_was_asked_for_again()
    {
        await using var guarded = await GuardedHost.StartAsync();
        await FillAsync(guarded);
        await guarded.AddAsync("ann", UserRole.Owner);
        using var browser = await guarded.SignInAsync("ann");
        await AssertHiddenAsync(guarded, browser);
        using (var wrong = await guarded.PostAsync(browser, "/security/confirm?handler=Password", ("password", "not the password"), ("return", "/accounts/1")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        }

        await AssertHiddenAsync(guarded, browser);
        using (var right = await guarded.PostAsync(browser, "/security/confirm?handler=Password", ("password", GuardedHost.Password), ("return", "/accounts/1")))
        {
            Assert.Equal((HttpStatusCode.Found, "/accounts/1"), (right.StatusCode, right.Headers.Location?.OriginalString));
        }

        var all = await AllAsync(guarded, browser);
        Assert.All(Whole, text => Assert.Contains(text, all, StringComparison.Ordinal));
        var dialog = await guarded.PageAsync(browser, "/dialogs/account/1");
        Assert.Contains(Path, dialog, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden-download", dialog, StringComparison.Ordinal);

        var cookie = await CookieAfterConfirmingAsync(guarded);
        await using var soon = await guarded.StartAnotherAsync(TimeSpan.FromMinutes(4.9));
        Assert.Contains(Path, await soon.BodyAsync("/ajax/account/1", cookie), StringComparison.Ordinal);
        await using var later = await guarded.StartAnotherAsync(TimeSpan.FromMinutes(5));
        Assert.DoesNotContain(Path, await later.BodyAsync("/ajax/account/1", cookie), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passkey_is_as_good_as_the_password()
    {
        await using var guarded = await GuardedHost.StartAsync();
        await FillAsync(guarded);
        var people = new PasskeyPeople(guarded);
        using var device = await people.AddAsync("ann");
        using var olives = await people.AddAsync("olive");
        using var browser = await guarded.SignInAsync("ann");
        using (var others = await guarded.PostAsync(browser, "/security/confirm?handler=Passkey", ("answer", olives.Answer(await people.OptionsAsync(browser, "/security/confirm?handler=Options"), PasskeyPeople.OriginOf(guarded)))))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, others.StatusCode);
        }

        // What was asked to sign in is no answer to this.
        using (var another = await guarded.PostAsync(browser, "/security/confirm?handler=Passkey", ("answer", device.Answer(await people.OptionsAsync(browser), PasskeyPeople.OriginOf(guarded)))))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, another.StatusCode);
        }

        await AssertHiddenAsync(guarded, browser);
        using var own = await guarded.PostAsync(browser, "/security/confirm?handler=Passkey", ("answer", device.Answer(await people.OptionsAsync(browser, "/security/confirm?handler=Options"), PasskeyPeople.OriginOf(guarded))));
        Assert.Equal(HttpStatusCode.Found, own.StatusCode);
        Assert.Contains(Number, await AllAsync(guarded, browser), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_shows_it_when_it_is_good_for_saving_and_one_for_statements_how_they_are_downloaded()
    {
        await using var guarded = await GuardedHost.StartAsync();
        await FillAsync(guarded);
        var ann = await guarded.AddAsync("ann", UserRole.Owner);
        var (reads, both, uploads) = (await guarded.TokenOfAsync(ann, TokenScopes.Read), await guarded.TokenOfAsync(ann, TokenScopes.Read | TokenScopes.Write), await guarded.TokenOfAsync(ann, TokenScopes.Statements));
        foreach (var reply in Replies)
        {
            var hidden = await guarded.BodyAsync(reply, cookie: null, reads);
            Assert.DoesNotContain(Whole, text => hidden.Contains(text, StringComparison.Ordinal));
            Assert.Contains("****", hidden, StringComparison.Ordinal);
            var shown = await guarded.BodyAsync(reply, cookie: null, both);
            Assert.Contains(Whole, text => shown.Contains(text, StringComparison.Ordinal));
        }

        Assert.Contains("****3210", await guarded.BodyAsync("/ajax/ofx/1/BankOne.0.1", cookie: null, reads), StringComparison.Ordinal);
        Assert.Contains(Path, await guarded.BodyAsync("/api/ofx/accounts", cookie: null, uploads), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_signs_in_it_is_shown_as_ever()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        await using (var book = host.Services.GetRequiredService<BudgetEngine>().OpenBook())
        {
            await book.Database.Accounts.Where(account => account.Id == 1).ExecuteUpdateAsync(set => set.SetProperty(account => account.VaultCredentialsPath, Path));
        }

        Assert.Contains(Path, await host.PageAsync("/ajax/account/1"), StringComparison.Ordinal);
        Assert.Contains(Path, await host.PageAsync("/dialogs/account/1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_not_shown_stays_as_it_is_when_the_account_is_saved()
    {
        await using var guarded = await GuardedHost.StartAsync();
        await FillAsync(guarded);
        await guarded.AddAsync("ann", UserRole.Owner);
        using var browser = await guarded.SignInAsync("ann");
        var dialog = await guarded.PageAsync(browser, "/dialogs/account/1");
        Assert.Contains("name=\"keep_download\" value=\"true\"", dialog, StringComparison.Ordinal);
        using (var saved = await guarded.PostAsync(browser, "/forms/account", ("id", "1"), ("name", "Other"), ("acct_type", "Bank"), ("is_active", "true"), ("keep_download", "true")))
        {
            Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        }

        await using var book = guarded.Engine.OpenBook();
        var account = (await book.Accounts.FindAsync(1))!;
        Assert.Equal(("Other", Path), (account.Name, account.VaultCredentialsPath));
    }

    private static async Task FillAsync(GuardedHost guarded)
    {
        await using var book = guarded.Engine.OpenBook();
        await book.Database.Accounts.Where(account => account.Id == 1).ExecuteUpdateAsync(set => set.SetProperty(account => account.VaultCredentialsPath, Path).SetProperty(account => account.StatementDownloadJson, """{"key": "whole"}"""));
        await book.Database.Statements.ExecuteUpdateAsync(set => set.SetProperty(statement => statement.BankAccountId, Number).SetProperty(statement => statement.RoutingNumber, Routing));
    }

    private static async Task<string> CookieAfterConfirmingAsync(GuardedHost guarded)
    {
        await using var book = guarded.Engine.OpenBook();
        var secret = await book.Sessions.OpenAsync((await book.Users.FindAsync("ann"))!.Id, "a test");
        await book.Sessions.ConfirmAsync((await book.Sessions.FindAsync(secret))!.Id);
        return "bb-session=" + secret;
    }

    private static async Task AssertHiddenAsync(GuardedHost guarded, HttpClient browser)
    {
        var all = await AllAsync(guarded, browser) + await guarded.PageAsync(browser, "/dialogs/account/1");
        Assert.DoesNotContain(Whole, text => all.Contains(text, StringComparison.Ordinal));
        Assert.Contains("hidden-download", all, StringComparison.Ordinal);
    }

    private static async Task<string> AllAsync(GuardedHost guarded, HttpClient browser) => string.Concat(await Task.WhenAll(Replies.Select(reply => guarded.PageAsync(browser, reply))));
}
