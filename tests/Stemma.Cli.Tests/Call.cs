using System.Text;
using System.Text.Json;
using Stemma.Weighing;

namespace Stemma.Cli.Tests;

/// <summary>One call of the command in this process, with what it printed.</summary>
internal sealed record Call(int Status, string Output, string Error)
{
    public static async Task<Call> StemmaAsync(params string[] args) => await StemmaAsync(Stream.Null, args);

    public static async Task<Call> StemmaAsync(Stream input, params string[] args)
    {
        StringWriter output = new() { NewLine = "\n" };
        StringWriter error = new() { NewLine = "\n" };
        using Terminal terminal = Terminal(input, output, error);
        int status = await StemmaCommand.RunAsync(args, terminal);
        return new Call(status, output.ToString(), error.ToString());
    }

    /// <summary>A terminal that is a pipe.</summary>
    public static Terminal Terminal(Stream input, TextWriter? output = null, TextWriter? error = null) => new()
    {
        Input = input,
        Output = output ?? TextWriter.Null,
        Error = error ?? TextWriter.Null,
        IsScreen = false,
        Color = false,
        Width = 100,
    };

    /// <summary>The output as JSON, held against the published schema first.</summary>
    public JsonElement Picture()
    {
        JsonElement document = JsonDocument.Parse(Output).RootElement;
        JsonElement schema = JsonDocument.Parse(PictureJson.Schema()).RootElement;
        Assert.Empty(new SchemaCheck(schema).Faults(document));
        return document;
    }

    /// <summary>Standard error, a line each.</summary>
    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>A folder that is gone when the test is.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("stemma-test-").FullName;

    public string File(string name, string text) => File(name, Encoding.UTF8.GetBytes(text));

    public string File(string name, byte[] bytes)
    {
        string path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
