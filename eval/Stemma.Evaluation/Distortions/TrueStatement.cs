using Stemma.Annotations;
using Stemma.Text;

namespace Stemma.Evaluation.Distortions;

/// <summary>A statement taken as true: one that its report makes and that nothing in the story speaks against.</summary>
/// <param name="Report">Index in <see cref="StoryBench.Members"/>.</param>
/// <param name="At">Its words in that report's body.</param>
internal sealed record TrueStatement(StoryBench Bench, int Report, TextSpan At)
{
    public Annotation Annotation => Bench.Members[Report].Annotation;
}
