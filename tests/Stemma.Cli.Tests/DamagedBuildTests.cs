using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;
using Stemma.Reports;

namespace Stemma.Cli.Tests;

/// <summary>A build whose model files are damaged, of another version or missing says so in a line, before it prints anything.</summary>
public sealed class DamagedBuildTests : IDisposable
{
    private static readonly string[] Models =
        [.. typeof(Report).Assembly.GetManifestResourceNames().Where(n => n.EndsWith(".model.bin", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private readonly TemporaryFolder folder = new();

    public DamagedBuildTests()
    {
        foreach (string file in Directory.EnumerateFiles(AppContext.BaseDirectory).Where(f => Path.GetExtension(f) is ".dll" or ".json"))
            File.Copy(file, Path.Combine(folder.Path, Path.GetFileName(file)));
        folder.File("report.txt", "The harbour bridge was closed on Tuesday.");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_damaged_model_is_named_with_the_remedy_and_nothing_is_printed()
    {
        foreach ((string model, byte[] engine, int at) in Engines())
        {
            engine[at + 2000] ^= 1;
            (int status, string output, string error) = Annotate(engine);
            Assert.Equal((2, ""), (status, output));
            Assert.StartsWith($"stemma: The model file '{model}' is truncated or damaged.", error, StringComparison.Ordinal);
            Assert.Contains("MODEL.md", error, StringComparison.Ordinal);
            Assert.Equal(1, error.Count(c => c == '\n'));
        }
    }

    [Fact]
    public void A_model_of_another_version_is_named_with_both_versions()
    {
        (string model, byte[] engine, int at) = Engines().First();
        int versionAt = at + 8 + 1 + engine[at + 8];
        int version = BinaryPrimitives.ReadInt32LittleEndian(engine.AsSpan(versionAt));
        BinaryPrimitives.WriteInt32LittleEndian(engine.AsSpan(versionAt), version + 6);
        (int status, _, string error) = Annotate(engine);
        Assert.Equal(2, status);
        Assert.Matches($"^stemma: The model file '{model}' is a '[a-z]+' model of version {version + 6}, but this engine reads '[a-z]+' version {version}\\. ", error);
    }

    [Fact]
    public void A_missing_model_is_named_unless_the_engine_can_do_without_it()
    {
        int refused = 0;
        foreach ((string model, byte[] engine, _) in Engines())
        {
            byte[] name = Encoding.UTF8.GetBytes(model + "\0");
            engine[engine.AsSpan().IndexOf(name) + name.Length - 2] = (byte)'x';
            (int status, _, string error) = Annotate(engine);
            if (status == 0)
                continue;
            refused++;
            Assert.Equal((2, $"stemma: The engine was built without its data file '{model}'. Build it again from a clean checkout.\n"), (status, error));
        }

        Assert.NotEqual(0, refused);
    }

    /// <summary>For each model a fresh copy of the engine, and where the model begins in it.</summary>
    private static IEnumerable<(string Model, byte[] Engine, int At)> Engines()
    {
        byte[] engine = File.ReadAllBytes(typeof(Report).Assembly.Location);
        Assert.NotEmpty(Models);
        foreach (string model in Models)
        {
            using Stream stream = typeof(Report).Assembly.GetManifestResourceStream(model)!;
            byte[] head = new byte[64];
            stream.ReadExactly(head);
            yield return (model, [.. engine], engine.AsSpan().IndexOf(head));
        }
    }

    private (int Status, string Output, string Error) Annotate(byte[] engine)
    {
        folder.File(Path.GetFileName(typeof(Report).Assembly.Location), engine);
        ProcessStartInfo call = new("dotnet", [Path.Combine(folder.Path, "stemma.dll"), "annotate", Path.Combine(folder.Path, "report.txt")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(call)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
