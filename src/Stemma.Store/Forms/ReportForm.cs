using System.Security.Cryptography;
using System.Text.Json;
using Stemma.Reports;

namespace Stemma.Store;

/// <summary>A report as bytes, and the digest of its content.</summary>
public static class ReportForm
{
    /// <summary>SHA-256 over all that was published, whatever it was read from: <c>sha256:</c> and 64 hexadecimal digits.</summary>
    public static string Digest(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return DigestOf(JsonSerializer.SerializeToUtf8Bytes(report with { Input = "" }, FormContext.Compact.Report));
    }

    public static string DigestOf(ReadOnlySpan<byte> bytes) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes));

    internal static byte[] Write(Report report) =>
        Packing.Pack(JsonSerializer.SerializeToUtf8Bytes(new KeptReport(report, report.CopyrightYear, report.StatedDay), FormContext.Compact.KeptReport));

    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    internal static Report Read(byte[] bytes)
    {
        try
        {
            KeptReport kept = JsonSerializer.Deserialize(Packing.Unpack(bytes), FormContext.Compact.KeptReport) ?? throw new InvalidDataException("A stored report is empty.");
            return kept.Report with { CopyrightYear = kept.CopyrightYear, StatedDay = kept.StatedDay };
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("A stored report is damaged: " + e.Message, e);
        }
    }
}

/// <summary>A report with what its printed form leaves out.</summary>
internal sealed record KeptReport(Report Report, int? CopyrightYear, PartialDay? StatedDay);
