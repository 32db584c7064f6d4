using System.Text;
using Stemma.Reports;

namespace Stemma.Intake.Tests;

/// <summary>Reads one text or file as standard input, as any command does.</summary>
internal static class Inputs
{
    public const string Sentence = "The harbour bridge was closed to lorries on Tuesday.";

    public static IntakeResult Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    public static IntakeResult Read(byte[] bytes) => new InputReader(new MemoryStream(bytes)).Read(["-"], default);

    public static RawReport One(string text)
    {
        IntakeResult result = Read(text);
        Assert.Empty(result.Rejected);
        return Assert.Single(result.Reports);
    }

    public static string Reason(string text) => Reason(Encoding.UTF8.GetBytes(text));

    public static string Reason(byte[] bytes)
    {
        IntakeResult result = Read(bytes);
        Assert.Empty(result.Reports);
        return Assert.Single(result.Rejected).Reason;
    }
}
