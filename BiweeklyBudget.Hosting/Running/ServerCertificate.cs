using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace BiweeklyBudget.Hosting.Running;

/// <summary>Checks a certificate of the server's, as the section <c>Kestrel:Certificates</c> names one, before the server would find out.</summary>
internal static class ServerCertificate
{
    // Of Windows, and of .NET everywhere.
    private const int WrongPassword = unchecked((int)0x80070056);

    // What marks the certificate that "dotnet dev-certs" makes, which the server takes when none is named.
    private const string DevelopmentMark = "1.3.6.1.4.1.311.84.1.1";

    /// <summary>Whether the section names a certificate.</summary>
    public static bool IsNamed(IConfigurationSection section) => section["Path"] is not null || section["Subject"] is not null;

    /// <summary>What is wrong with the certificate.</summary>
    /// <param name="section">The section that names it.</param>
    /// <param name="folder">The folder that relative paths are in.</param>
    /// <returns>The end of a sentence about the section; null when nothing is.</returns>
    public static string? FaultOf(IConfigurationSection section, string folder)
    {
        if (section["Path"] is { } path)
        {
            return section["Subject"] is not null ? "has both a Path and a Subject: one of them names the certificate" : FaultOfFile(Path.Combine(folder, path), section["KeyPath"] is { } key ? Path.Combine(folder, key) : null, section["Password"]);
        }

        return section["Subject"] is { } subject ? FaultOfStored(section, subject) : null;
    }

    /// <summary>Whether this user has the certificate of the .NET SDK for development.</summary>
    public static bool HasDevelopmentCertificate()
    {
        using var store = new X509Store(StoreName.My, StoreLocation.CurrentUser);
        try
        {
            store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
        }
        catch (CryptographicException)
        {
            // There is no store.
            return false;
        }

        return store.Certificates.Any(certificate => certificate.HasPrivateKey && certificate.Extensions.Any(extension => extension.Oid?.Value == DevelopmentMark));
    }

    private static string? FaultOfFile(string file, string? keyFile, string? password)
    {
        foreach (var name in keyFile is null ? new[] { file } : [file, keyFile])
        {
            try
            {
                using var opened = new FileStream(name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return $"names the file {name}, which {(File.Exists(name) ? "cannot be read" : "is not there")}";
            }
        }

        try
        {
            using var certificate = Load(file, keyFile, password);
            return certificate.HasPrivateKey ? null : $"names the file {file}, which has no private key: name its file as KeyPath";
        }
        catch (CryptographicException exception)
        {
            return exception.HResult == WrongPassword
                ? $"names the file {file}, whose password is another one than the section's Password"
                : $"names the file {file}{(keyFile is null ? "" : $" with the key {keyFile}")}, which cannot be used: {(password is null ? "it is damaged, of an unknown form, or needs a Password" : "it is damaged, of an unknown form, or has another password")}";
        }
    }

    private static X509Certificate2 Load(string file, string? keyFile, string? password)
    {
        if (keyFile is not null)
        {
            return password is null ? X509Certificate2.CreateFromPemFile(file, keyFile) : X509Certificate2.CreateFromEncryptedPemFile(file, password, keyFile);
        }

        return X509Certificate2.GetCertContentType(file) == X509ContentType.Pkcs12 ? X509CertificateLoader.LoadPkcs12FromFile(file, password) : X509CertificateLoader.LoadCertificateFromFile(file);
    }

    private static string? FaultOfStored(IConfigurationSection section, string subject)
    {
        var store = section["Store"] ?? nameof(StoreName.My);
        if (!Enum.TryParse<StoreLocation>(section["Location"] ?? nameof(StoreLocation.CurrentUser), ignoreCase: true, out var location))
        {
            return "has a Location that is neither CurrentUser nor LocalMachine";
        }

        try
        {
            using var certificate = CertificateLoader.LoadFromStoreCert(subject, store, location, allowInvalid: string.Equals(section["AllowInvalid"], "true", StringComparison.OrdinalIgnoreCase));
            return null;
        }
        catch (Exception exception) when (exception is InvalidOperationException or CryptographicException)
        {
            return $"names the certificate \"{subject}\", which is not in the store {store} of {location}, or may not be used";
        }
    }
}
