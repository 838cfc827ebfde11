using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Backup;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Core.Tests.Storage.Backup;

/// <summary>The file: whole or not there, for its owner only, and nothing wrong with it goes unnoticed.</summary>
public sealed class BackupFileTests : IDisposable
{
    private const string Passphrase = "correct horse";
    private readonly BackupFolder _folder = new();

    [Theory]
    [InlineData(null)]
    [InlineData(Passphrase)]
    public async Task A_flipped_bit_is_noticed_wherever_it_is(string? passphrase)
    {
        var bytes = await WriteAsync(passphrase);

        // Every byte of the beginning and the end, and some of each region between them.
        var step = Math.Max(bytes.Length / 60, 1);
        foreach (var place in Enumerable.Range(0, bytes.Length).Where(i => i < 44 || i >= bytes.Length - 36 || i % step == 0))
        {
            var changed = bytes.ToArray();
            changed[place] ^= (byte)(1 << (place % 8));
            await File.WriteAllBytesAsync(_folder.File, changed);

            var fault = (await Assert.ThrowsAsync<BackupException>(() => BudgetEngine.VerifyBackupAsync(_folder.File, passphrase))).Fault;
            Assert.Contains(fault, (BackupFault[])[BackupFault.Damaged, .. place < 8 ? [BackupFault.NotABackup] : (BackupFault[])[], .. place is 8 or 9 ? [BackupFault.Newer] : (BackupFault[])[]]);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Passphrase)]
    public async Task A_file_that_is_cut_off_or_goes_on_is_noticed(string? passphrase)
    {
        var bytes = await WriteAsync(passphrase);
        var step = Math.Max(bytes.Length / 40, 1);
        foreach (var length in Enumerable.Range(0, bytes.Length).Where(i => i < 80 || i >= bytes.Length - 40 || i % step == 0).Append(bytes.Length + 1))
        {
            await File.WriteAllBytesAsync(_folder.File, length > bytes.Length ? [.. bytes, 0] : bytes[..length]);

            var fault = (await Assert.ThrowsAsync<BackupException>(() => BudgetEngine.VerifyBackupAsync(_folder.File, passphrase))).Fault;
            Assert.Equal(length < 12 ? BackupFault.NotABackup : BackupFault.Damaged, fault);
        }
    }

    [Fact]
    public async Task An_encrypted_file_needs_its_passphrase_and_tells_nothing_without_it()
    {
        var bytes = await WriteAsync(Passphrase);

        Assert.Equal(BackupFault.WrongPassphrase, (await Assert.ThrowsAsync<BackupException>(() => BudgetEngine.VerifyBackupAsync(_folder.File))).Fault);
        Assert.Equal(BackupFault.WrongPassphrase, (await Assert.ThrowsAsync<BackupException>(() => BudgetEngine.VerifyBackupAsync(_folder.File, "correct horsE"))).Fault);
        Assert.True((await BudgetEngine.VerifyBackupAsync(_folder.File, Passphrase)).IsEncrypted);
        Assert.NotEqual(bytes, await WriteAsync(Passphrase));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => WriteAsync(""));
    }

    [Fact]
    public void Chunks_that_were_moved_or_repeated_or_dropped_are_noticed_by_the_cipher_itself()
    {
        var preamble = BackupPreamble.Create(isEncrypted: true).Bytes;
        var key = new byte[32];
        byte[] one = [1, 2, 3], two = [4, 5, 6];
        byte[] tagOne = new byte[16], tagTwo = new byte[16];
        using var writer = new ChunkCipher(key, preamble);
        writer.Encrypt(one, tagOne, isLast: false);
        writer.Encrypt(two, tagTwo, isLast: true);

        void Read(params (byte[] Content, byte[] Tag, bool IsLast)[] chunks)
        {
            using var reader = new ChunkCipher(key, preamble);
            foreach (var (content, tag, isLast) in chunks)
            {
                reader.Decrypt(content.ToArray(), tag, isLast);
            }
        }

        Read((one, tagOne, false), (two, tagTwo, true));
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => Read((one, tagOne, true)));
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => Read((two, tagTwo, true)));
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => Read((one, tagOne, false), (one, tagOne, false)));
    }

    [Fact]
    public async Task The_file_is_for_its_owner_only_and_nothing_else_is_left()
    {
        await WriteAsync(passphrase: null);

        Assert.Equal(["money.bbbackup"], _folder.Names);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.File));
        }
    }

    [Fact]
    public async Task A_file_that_is_there_is_kept_unless_it_may_be_replaced()
    {
        await using var database = await TestDatabase.CreatedAsync(DatabaseEngine.Sqlite);
        await File.WriteAllTextAsync(_folder.File, "mine");

        Assert.Equal(BackupFault.FileExists, (await Assert.ThrowsAsync<BackupException>(() => BackupFolder.EngineOf(database).BackUpAsync(_folder.File))).Fault);
        Assert.Equal("mine", await File.ReadAllTextAsync(_folder.File));

        await BackupFolder.EngineOf(database).BackUpAsync(_folder.File, new BackupOptions { Overwrite = true });
        await BudgetEngine.VerifyBackupAsync(_folder.File);
    }

    [Fact]
    public async Task What_a_killed_backup_left_is_replaced_and_what_another_one_writes_is_not()
    {
        await using var database = await TestDatabase.CreatedAsync(DatabaseEngine.Sqlite);
        await File.WriteAllTextAsync(_folder.File + ".part", "half");
        await using (new FileStream(_folder.File + ".part", FileMode.Open, FileAccess.Write, FileShare.None))
        {
            var busy = await Assert.ThrowsAsync<BackupException>(() => BackupFolder.EngineOf(database).BackUpAsync(_folder.File));
            Assert.Equal(BackupFault.FileExists, busy.Fault);
        }

        await BackupFolder.EngineOf(database).BackUpAsync(_folder.File);
        Assert.Equal(["money.bbbackup"], _folder.Names);
    }

    [Theory]
    [OnBothEngines]
    public async Task A_backup_that_is_given_up_leaves_no_file(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.WithSampleDataAsync(engine);
        using var given = new CancellationTokenSource();
        var progress = new Reaction<BackupProgress>(_ => given.Cancel());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => BackupFolder.EngineOf(database).BackUpAsync(_folder.File, null, progress, given.Token));

        Assert.Empty(_folder.Names);
    }

    [Fact]
    public async Task A_full_disk_is_said_and_leaves_no_file()
    {
        if (!File.Exists("/dev/full"))
        {
            return;
        }

        await using var database = await TestDatabase.WithSampleDataAsync(DatabaseEngine.Sqlite);
        await using var source = await DatabaseSource.OpenAsync(database.Connection, TimeProvider.System, configure: null, CancellationToken.None);
        await using var output = BackupOutput.To(new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0), _folder.File);

        var full = await Assert.ThrowsAsync<BackupException>(() => BackupFileWriter.WriteAsync(source, output, passphrase: null, new StageProgress(null, BackupStage.Copying, 1), CancellationToken.None));

        Assert.Equal(BackupFault.Unusable, full.Fault);
        Assert.Contains("cannot be written", full.Message, StringComparison.Ordinal);
        Assert.Empty(_folder.Names);
    }

    [Fact]
    public async Task Folders_that_cannot_be_and_files_that_are_not_there_are_said()
    {
        await using var database = await TestDatabase.CreatedAsync(DatabaseEngine.Sqlite);
        await File.WriteAllTextAsync(_folder["file"], "");

        Assert.Equal(BackupFault.Unusable, (await Assert.ThrowsAsync<BackupException>(() => BackupFolder.EngineOf(database).BackUpAsync(Path.Combine(_folder["file"], "x")))).Fault);
        Assert.Equal(BackupFault.Unusable, (await Assert.ThrowsAsync<BackupException>(() => BudgetEngine.VerifyBackupAsync(_folder["absent"]))).Fault);
        Assert.Equal(BackupFault.NotABackup, (await Assert.ThrowsAsync<BackupException>(() => BudgetEngine.VerifyBackupAsync(_folder["file"]))).Fault);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<byte[]> WriteAsync(string? passphrase)
    {
        await using var database = await TestDatabase.WithSampleDataAsync(DatabaseEngine.Sqlite);
        await BackupFolder.EngineOf(database).BackUpAsync(_folder.File, new BackupOptions { Overwrite = true, Passphrase = passphrase });
        return await File.ReadAllBytesAsync(_folder.File);
    }
}
