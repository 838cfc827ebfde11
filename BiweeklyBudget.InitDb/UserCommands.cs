using System.CommandLine;
using System.Globalization;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Users;

namespace BiweeklyBudget.InitDb;

/// <summary>The commands below <c>user</c>: who may sign in, for whoever runs the program and can reach the database. Passwords are never typed here: a code is given out, with which one is set in the browser.</summary>
internal sealed class UserCommands
{
    private const string NextStep = "Under \"Use a code\" of the page to sign in, a password can be set with it once, within three days";

    private readonly SharedOptions _shared;
    private readonly Argument<string> _name = new("NAME") { Description = "The name to sign in with; case does not count." };
    private readonly Argument<string> _newRole = new("ROLE") { Description = "What the user may do from now on: owner, member or read-only." };
    private readonly Option<string> _role = new("--role") { Description = "What the user may do: owner, member or read-only.", DefaultValueFactory = _ => "member", HelpName = "role" };

    private UserCommands(SharedOptions shared)
    {
        _shared = shared;
        _role.AcceptOnlyFromAmong("owner", "member", "read-only");
        _newRole.AcceptOnlyFromAmong("owner", "member", "read-only");
    }

    public static Command Create(SharedOptions shared)
    {
        var commands = new UserCommands(shared);
        return new Command("user", "Says who may sign in, where the web host asks for it (the setting SIGN_IN).")
        {
            commands.CreateAdd(), commands.CreateList(), commands.CreateReset(), commands.CreateDisable(), commands.CreateEnable(), commands.CreateRole(),
        };
    }

    private Command CreateAdd() => Create(new Command("add", "Adds a user, and gives a code to set a password with.") { _name, _role }, async (book, arguments, token) =>
    {
        return await book.Users.AddAsync(arguments.GetRequiredValue(_name), RoleOf(arguments.GetValue(_role)), passwordHash: null, token) switch
        {
            Outcome<UserDetails>.Saved saved => $"Added {saved.Value.Name}. {NextStep}: {await book.Users.IssueCodeAsync(saved.Value.Id, token)}",
            Outcome<UserDetails>.Invalid invalid => throw new UsageException(string.Join(' ', invalid.Problems.Select(problem => problem.Message))),
            var other => throw new InvalidOperationException($"{other} is no outcome of a user."),
        };
    });

    private Command CreateList() => Create(new Command("list", "Lists who may sign in."), async (book, _, token) =>
        string.Join(Environment.NewLine, (await book.Users.ListAsync(token)).Select(LineOf).DefaultIfEmpty("Nobody may sign in yet.")));

    private Command CreateReset() => Create(
        new Command("reset", "Takes password, second factor, passkeys, sessions and tokens from a user, and gives a code to set a new password with.") { _name },
        async (book, arguments, token) => $"{NextStep}: {await book.Users.IssueCodeAsync((await FindAsync(book, arguments, token)).Id, token)}");

    private Command CreateDisable() => Create(
        new Command("disable", "Lets a user sign in no more; wherever he is signed in, it ends at once.") { _name },
        async (book, arguments, token) =>
        {
            var user = await FindAsync(book, arguments, token);
            return await book.Users.SetDisabledAsync(user.Id, isDisabled: true, token) ? $"{user.Name} may not sign in any more." : throw new UsageException($"{user.Name} is the last owner who may sign in.");
        });

    private Command CreateEnable() => Create(new Command("enable", "Lets a user sign in again.") { _name }, async (book, arguments, token) =>
    {
        var user = await FindAsync(book, arguments, token);
        await book.Users.SetDisabledAsync(user.Id, isDisabled: false, token);
        return $"{user.Name} may sign in.";
    });

    private Command CreateRole() => Create(new Command("role", "Says what a user may do from now on.") { _name, _newRole }, async (book, arguments, token) =>
    {
        var user = await FindAsync(book, arguments, token);
        var role = RoleOf(arguments.GetRequiredValue(_newRole));
        return await book.Users.SetRoleAsync(user.Id, role, token) ? $"{user.Name} is {WordOf(role)} now." : throw new UsageException($"{user.Name} is the last owner who may sign in.");
    });

    private Command Create(Command command, Func<BudgetBook, ParseResult, CancellationToken, Task<string>> work)
    {
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var console = arguments.InvocationConfiguration;
            try
            {
                using var loggers = _shared.CreateLoggers(arguments);
                var engine = _shared.CreateEngine(arguments, loggers);
                await engine.InitializeAsync(cancellationToken);
                await using var book = engine.OpenBook();
                book.Place = "initdb";
                await console.Output.WriteLineAsync(await work(book, arguments, cancellationToken));
                return ExitCode.Ready;
            }
            catch (Exception exception) when (CommandFailure.Of(exception) is { } failure)
            {
                await console.Error.WriteLineAsync(failure.Message);
                return failure.ExitCode;
            }
        });
        return command;
    }

    private async Task<UserDetails> FindAsync(BudgetBook book, ParseResult arguments, CancellationToken cancellationToken) =>
        await book.Users.FindAsync(arguments.GetRequiredValue(_name).Trim(), cancellationToken) ?? throw new UsageException("There is no user of this name (initdb user list).");

    private static UserRole RoleOf(string? word) => word switch { "owner" => UserRole.Owner, "member" => UserRole.Member, _ => UserRole.ReadOnly };

    private static string WordOf(UserRole role) => role switch { UserRole.Owner => "owner", UserRole.Member => "member", _ => "read-only" };

    private static string LineOf(UserDetails user)
    {
        var state = (user.IsDisabled, user.HasPassword, user.HasSecondFactor) switch
        {
            (true, _, _) => "disabled",
            (_, false, _) => "no password yet",
            (_, _, true) => "password and codes of an app",
            _ => "password",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{user.Name}\t{WordOf(user.Role)}\t{state}\tsince {user.CreatedAt:yyyy-MM-dd}");
    }
}
