namespace Stemma.Cli.Tests.Evaluation;

/// <summary>A folder for files whose names matter, gone after the test.</summary>
internal sealed class TemporaryCases : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("stemma-cases");

    public void Dispose() => folder.Delete(recursive: true);

    public string Write(string name, string text)
    {
        string path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
