using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Stemma.Evaluation.Real;
using Stemma.Intake;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Evaluation.Cases;

/// <summary>Runs the engine over cases and scores what it finds against their gold.</summary>
public sealed class CaseEvaluation
{
    private readonly InputReader reader = new();
    private readonly Analyst analyst = new();

    /// <summary>Mixes the reports of other events, where some stand beside the cases, into each story.</summary>
    public bool WithNoise { get; init; } = true;

    /// <summary>Where the reports of separate gold files stand; null: in <c>samples</c> two folders up.</summary>
    public string? Samples { get; init; }

    /// <summary>Where the texts of cases stand that hold offsets alone (<see cref="RealCase"/>); null: in <c>../shared/corpora</c> beside the repository.</summary>
    public string? Corpora { get; init; }

    /// <summary>How many reports or stories are worked on at once; at least 1.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>One result a case, by name.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder, or the reports of a gold file, are missing.</exception>
    /// <exception cref="InvalidDataException">The text of a real report is not the one that was annotated.</exception>
    public ImmutableArray<CaseResult> Run(string directory, CancellationToken cancellation)
    {
        ImmutableArray<string> noise = WithNoise ? EvaluationCase.FindNoise(directory, Samples) : [];
        ImmutableArray<string> real = RealCase.FilesIn(directory);
        if (!real.IsEmpty)
            return [.. real.Select(f => RealCase.Load(f, Corpora ?? RealCase.CorporaBeside(directory))).Select(c => Score(c, noise, cancellation))];
        return [.. EvaluationCase.Find(directory, Samples).Select(c => new CaseResult(c.Name, c.Digest(), Score(c, noise, cancellation)))];
    }

    /// <summary>The picture of a case as JSON, as <c>stemma brief --format json</c> prints it.</summary>
    public string PictureOf(EvaluationCase evaluationCase, ImmutableArray<string> noise, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(evaluationCase);
        return PictureOf([], [.. evaluationCase.Inputs, .. noise], cancellation);
    }

    /// <summary>The same of real reports.</summary>
    public string PictureOf(RealCase real, ImmutableArray<string> noise, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(real);
        return PictureOf(real.Reports, noise, cancellation);
    }

    /// <summary>The folder without which the cases in <paramref name="directory"/> cannot be read; null where nothing is missing.</summary>
    public string? Missing(string directory)
    {
        string corpora = Corpora ?? RealCase.CorporaBeside(directory);
        return RealCase.FilesIn(directory).IsEmpty || Directory.Exists(corpora) ? null : corpora;
    }

    /// <summary>Prints each case's table and, of several, one of all their questions together; then one line a case and the mean over all.</summary>
    public static void Print(ImmutableArray<CaseResult> results, TextWriter output, bool misses)
    {
        ArgumentNullException.ThrowIfNull(output);
        foreach (CaseResult result in results)
        {
            output.WriteLine($"== {result.Name}");
            result.Score.WriteTo(output, misses);
            output.WriteLine();
        }

        if (results.Length > 1)
        {
            output.WriteLine("== all together");
            CaseScore.Together(results.Select(r => r.Score)).WriteTo(output, misses: false);
            output.WriteLine();
        }

        foreach (CaseResult result in results)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Name,-28} {100 * result.Score.Mean,5:0.0} %"));
        if (results.Length > 1)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"mean of cases",-28} {100 * results.Average(r => r.Score.Mean),5:0.0} %"));
    }

    private string PictureOf(ImmutableArray<RawReport> reports, ImmutableArray<string> inputs, CancellationToken cancellation)
    {
        IntakeResult intake = reader.Read(inputs, cancellation);
        return PictureJson.Write(analyst.Analyse([.. reports, .. intake.Reports], intake.Rejected, new AnalysisOptions { Threads = Threads }, cancellation));
    }

    private CaseResult Score(RealCase real, ImmutableArray<string> noise, CancellationToken cancellation)
    {
        using JsonDocument picture = JsonDocument.Parse(PictureOf(real, noise, cancellation));
        return new CaseResult(real.Name, real.Digest, CaseScorer.Score(picture.RootElement, real.Gold));
    }

    private CaseScore Score(EvaluationCase evaluationCase, ImmutableArray<string> noise, CancellationToken cancellation)
    {
        using JsonDocument picture = JsonDocument.Parse(PictureOf(evaluationCase, noise, cancellation));
        return CaseScorer.Score(picture.RootElement, evaluationCase.Gold());
    }
}
