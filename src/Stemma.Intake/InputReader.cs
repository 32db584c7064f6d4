using System.Collections.Immutable;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Intake;

/// <summary>What was read from the inputs of one call.</summary>
/// <param name="Reports">In order of input.</param>
/// <param name="Rejected">What could not be read, with its reason, in order of input.</param>
public sealed record IntakeResult(ImmutableArray<RawReport> Reports, ImmutableArray<Rejection> Rejected);

/// <summary>Reads files, folders, globs and standard input; tells forms apart by content.</summary>
public sealed class InputReader
{
    public IntakeResult Read(IEnumerable<string> paths, CancellationToken cancellation)
    {
        ImmutableArray<RawReport>.Builder reports = ImmutableArray.CreateBuilder<RawReport>();
        foreach (string path in paths)
            reports.Add(new RawReport { Input = path, Text = File.ReadAllText(path) });
        return new IntakeResult(reports.ToImmutable(), []);
    }
}
