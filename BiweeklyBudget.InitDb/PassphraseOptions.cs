using System.CommandLine;
using System.Text;
using BiweeklyBudget.Core.Storage.Backup;

namespace BiweeklyBudget.InitDb;

/// <summary>Where a passphrase comes from: a file, a question without echo, or the environment; never the command line.</summary>
internal sealed class PassphraseOptions(Surroundings surroundings)
{
    private const string Variable = "BACKUP_PASSPHRASE";
    private readonly Option<string?> _file = new("--passphrase-file") { Description = $"Read the passphrase from the first line of a file. Without this and --ask-passphrase it is {Variable} in the environment; without that there is none.", HelpName = "file" };
    private readonly Option<bool> _ask = new("--ask-passphrase") { Description = "Ask for the passphrase at the terminal." };

    public void AddTo(Command command)
    {
        command.Add(_file);
        command.Add(_ask);
    }

    /// <summary>The passphrase; null for none.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="isNew">Whether it is about to be given, and a slip would lock the data up.</param>
    public string? Read(ParseResult arguments, bool isNew)
    {
        if (arguments.GetValue(_ask))
        {
            var passphrase = Ask("Passphrase: ");
            return isNew && Ask("Again: ") != passphrase ? throw new UsageException("the two passphrases differ.") : passphrase;
        }

        if (arguments.GetValue(_file) is { } file)
        {
            return ReadFile(file);
        }

        var value = surroundings.Variable(Variable);
        return string.IsNullOrEmpty(value) ? null : value;
    }

    /// <summary>Does what needs a passphrase only for some files: asks for it, at a terminal, when it is missing.</summary>
    public async Task<T> RetryAsync<T>(ParseResult arguments, Func<string?, Task<T>> work)
    {
        var passphrase = Read(arguments, isNew: false);
        try
        {
            return await work(passphrase);
        }
        catch (BackupException exception) when (exception.Fault == BackupFault.WrongPassphrase && passphrase is null && surroundings is { CanAsk: true, IsWatched: true })
        {
            return await work(Ask("Passphrase: "));
        }
    }

    private static string ReadFile(string file)
    {
        try
        {
            var line = File.ReadLines(file).FirstOrDefault();
            return string.IsNullOrEmpty(line) ? throw new UsageException($"the file {file} has no passphrase in its first line.") : line;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"the file {file} with the passphrase cannot be read.");
        }
    }

    private string Ask(string question)
    {
        if (!surroundings.CanAsk)
        {
            throw new UsageException($"there is no terminal to ask for a passphrase at; use --passphrase-file or {Variable}.");
        }

        Console.Error.Write(question);
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(typed.Length - 1, 0);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        Console.Error.WriteLine();
        return typed.Length > 0 ? typed.ToString() : throw new UsageException("the passphrase is empty.");
    }
}
