using Stemma.Intake.Conllu;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Intake;

/// <summary>Hands on what the readers of the single forms find, in order of input, as soon as they find it.</summary>
internal sealed class IntakeSink(Action<IntakeItem> found)
{
    public void Add(RawReport report)
    {
        if (SentenceTest.HasSentence(report.Text))
            found(new IntakeItem { Report = report });
        else
            Reject(report.Input, "no sentence in it");
    }

    public void Add(ConlluDocument document) => found(new IntakeItem { Conllu = document });

    public void Reject(string input, string reason) => found(new IntakeItem { Rejected = new Rejection(input, reason) });
}
