using Stemma.Annotations;
using Stemma.Language;
using Stemma.Language.Networks;

namespace Stemma.Claims;

/// <summary>Decides which places in a set of reports tell of the same event.</summary>
/// <remarks>
/// Two places are weighed by their words, participants, place, time, amounts and what stands around them, with trained weights; groups are joined by their
/// mean likeness. A pure function of its input; safe from many threads at once. Make one and keep it.
/// </remarks>
public sealed class EventLinker
{
    private readonly EventSketcher sketcher;
    private readonly EventWeights weights;

    /// <exception cref="InvalidDataException">A model file is missing or damaged; the message names it and the remedy.</exception>
    public EventLinker()
        : this(EventWeights.Load())
    {
    }

    internal EventLinker(EventWeights weights)
    {
        this.weights = weights;
        sketcher = new EventSketcher(WordVectors.Load(), Concepts.Shared, new ReferenceResolver());
    }

    /// <param name="annotations">The reports, in any order that stays the same.</param>
    /// <param name="triggers">The places, in those reports.</param>
    /// <returns>For each place the index of the first place of its event.</returns>
    public int[] Link(IReadOnlyList<Annotation> annotations, IReadOnlyList<EventTrigger> triggers)
    {
        WordRarity rarity = new(annotations);
        return Link(sketcher.Sketch(annotations, triggers, rarity), rarity);
    }

    /// <summary>What <see cref="Link(IReadOnlyList{Annotation}, IReadOnlyList{EventTrigger})"/> weighs, for the trainer.</summary>
    internal (EventSketch[] Sketches, WordRarity Rarity) Read(IReadOnlyList<Annotation> annotations, IReadOnlyList<EventTrigger> triggers)
    {
        WordRarity rarity = new(annotations);
        return (sketcher.Sketch(annotations, triggers, rarity), rarity);
    }

    private int[] Link(EventSketch[] sketches, WordRarity rarity)
    {
        double[,] likeness = new double[sketches.Length, sketches.Length];
        for (int a = 0; a < sketches.Length; a++)
        {
            for (int b = 0; b < a; b++)
                likeness[a, b] = likeness[b, a] = weights.Of(EventLikeness.Of(sketches[a], sketches[b], rarity.Likeness(sketches[a].Report, sketches[b].Report)));
        }

        return AverageLink.Group(likeness, weights.Threshold);
    }
}
