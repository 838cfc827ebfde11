using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BiweeklyBudget.Core.Storage.MySql;

/// <summary>Looks at a file of certificates in the PEM form, as <c>ssl_ca</c> names one: the driver would only say that it cannot connect.</summary>
internal static class CertificateFile
{
    /// <summary>What is wrong with the file.</summary>
    /// <returns>The end of a sentence about it; null when nothing is.</returns>
    public static string? FaultOf(string file)
    {
        try
        {
            var certificates = new X509Certificate2Collection();
            certificates.ImportFromPem(File.ReadAllText(file));
            var isEmpty = certificates.Count == 0;
            foreach (var certificate in certificates)
            {
                certificate.Dispose();
            }

            return isEmpty ? "holds no certificate" : null;
        }
        catch (CryptographicException)
        {
            return "holds no certificate that can be read";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return File.Exists(file) ? "cannot be read" : "is not there";
        }
    }
}
