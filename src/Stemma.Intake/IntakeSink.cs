using Stemma.Intake.Conllu;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Intake;

/// <summary>Hands on what the readers of the single forms find, in order of input, as soon as they find it.</summary>
internal sealed class IntakeSink(Action<IntakeItem> found)
{
    /// <param name="bytes">What it was read from.</param>
    public void Add(RawReport report, ReadOnlyMemory<byte> bytes)
    {
        if (SentenceTest.HasSentence(report.Text))
            found(new IntakeItem { Report = report, Bytes = bytes });
        else
            Reject(report.Input, "no sentence in it");
    }

    public void Add(ConlluDocument document) => found(new IntakeItem { Conllu = document });

    public void Reject(string input, string reason) => found(new IntakeItem { Rejected = new Rejection(input, reason) });
}
