using System.Text;
using Konscious.Security.Cryptography;

namespace BiweeklyBudget.Core.Storage.Backup;

/// <summary>How a key is made of a passphrase: Argon2id, which costs whoever guesses memory and time (RFC 9106, second recommended option).</summary>
/// <param name="Memory">KiB.</param>
/// <param name="Passes">Passes over the memory.</param>
/// <param name="Lanes">Lanes that may be worked on at once.</param>
/// <param name="Salt">Random bytes of the file.</param>
internal sealed record KeyDerivation(int Memory, int Passes, int Lanes, ReadOnlyMemory<byte> Salt)
{
    public const int DefaultMemory = 64 * 1024;
    public const int DefaultPasses = 3;
    public const int DefaultLanes = 4;
    private const int KeyLength = 32;

    /// <summary>Whether a file asks for a bearable effort: who made it may want to exhaust the machine.</summary>
    public bool IsBearable => Memory is >= 8 * 1024 and <= 2 * DefaultMemory && Passes is >= 1 and <= 16 && Lanes is >= 1 and <= 16;

    /// <summary>Makes the key. The same letters give the same key, however a keyboard composes them.</summary>
    public async Task<byte[]> DeriveAsync(string passphrase)
    {
        var key = await DeriveKeyAsync(passphrase).ConfigureAwait(false);

        // What the derivation worked in is large and has not been let go of yet; what follows keeps within little memory.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return key;
    }

    private async Task<byte[]> DeriveKeyAsync(string passphrase)
    {
        using var derivation = new Argon2id(Encoding.UTF8.GetBytes(passphrase.Normalize(NormalizationForm.FormC))) { MemorySize = Memory, Iterations = Passes, DegreeOfParallelism = Lanes, Salt = Salt.ToArray() };
        return await derivation.GetBytesAsync(KeyLength).ConfigureAwait(false);
    }
}
