using System.Collections.Immutable;
using Stemma.Intake.Conllu;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Intake;

/// <summary>Gathers what the readers of the single forms find, in order of input.</summary>
internal sealed class IntakeSink
{
    private readonly ImmutableArray<RawReport>.Builder reports = ImmutableArray.CreateBuilder<RawReport>();
    private readonly ImmutableArray<Rejection>.Builder rejected = ImmutableArray.CreateBuilder<Rejection>();
    private readonly ImmutableArray<ConlluDocument>.Builder conllu = ImmutableArray.CreateBuilder<ConlluDocument>();

    public void Add(RawReport report)
    {
        if (SentenceTest.HasSentence(report.Text))
            reports.Add(report);
        else
            Reject(report.Input, "no sentence in it");
    }

    public void Add(ConlluDocument document) => conllu.Add(document);

    public void Reject(string input, string reason) => rejected.Add(new Rejection(input, reason));

    public IntakeResult ToResult() => new(reports.ToImmutable(), rejected.ToImmutable()) { Conllu = conllu.ToImmutable() };
}
