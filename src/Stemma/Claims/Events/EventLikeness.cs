using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Stemma.Claims;

/// <summary>What speaks for and against two places of reports meaning the same event, as numbers for <see cref="EventWeights"/>.</summary>
internal static class EventLikeness
{
    /// <summary>Of the numbers that <see cref="Of"/> gives, in order.</summary>
    public static readonly ImmutableArray<string> Names =
    [
        "constant", "same lemma", "same concept", "same stem", "same lemma, verb and noun", "head vectors", "head vectors far", "head vectors near",
        "rarity of same head", "verb and verb", "verb and noun",
        "agents", "other agents", "patients", "other patients", "around", "around vectors", "crossed roles",
        "sentence", "sentence near", "same names", "other names", "same places", "other places", "same times", "other times", "same amounts", "other amounts",
        "reports", "reports near", "same report", "same sentence", "polarity",
        "same head and reports", "same head and around", "same head and sentence", "near head and around", "near head and sentence", "near head and reports", "same head in one report",
    ];

    /// <param name="reports">Likeness of the two reports, 0 to 1 (<see cref="WordRarity.Likeness"/>).</param>
    public static double[] Of(EventSketch a, EventSketch b, double reports)
    {
        bool lemma = a.Lemma == b.Lemma;
        bool stem = !lemma && Concepts.Stem(a.Lemma) == Concepts.Stem(b.Lemma);
        bool concept = !lemma && !stem && a.Concept == b.Concept && a.IsKnown;
        bool same = lemma || stem || concept;
        double heads = lemma ? 1 : Dot(a.Vector, b.Vector);
        double agents = a.Agents.Cosine(b.Agents), patients = a.Patients.Cosine(b.Patients), around = a.Around.Cosine(b.Around);
        double crossed = Math.Max(a.Agents.Cosine(b.Patients), a.Patients.Cosine(b.Agents));
        double sentence = a.Context.Cosine(b.Context);
        bool oneReport = a.Report == b.Report;
        bool oneSentence = oneReport && a.Sentence == b.Sentence;
        double alike = oneReport ? 0 : reports;
        double near = same ? 0 : Math.Max(0, heads);
        return
        [
            1, Is(lemma), Is(concept), Is(stem), Is((lemma || stem) && a.IsVerb != b.IsVerb), heads, Math.Min(heads, 0.3), Math.Max(heads, 0.6),
            same ? Math.Min(a.Rarity, b.Rarity) : 0, Is(a.IsVerb && b.IsVerb), Is(a.IsVerb != b.IsVerb),
            agents, Other(a.Agents, b.Agents, agents), patients, Other(a.Patients, b.Patients, patients), around, Dot(a.AroundVector, b.AroundVector), crossed,
            sentence, Math.Min(sentence, 0.15), Same(a.Names, b.Names), Other(a.Names, b.Names), Same(a.Places, b.Places), Other(a.Places, b.Places),
            Same(a.Times, b.Times), Other(a.Times, b.Times), Same(a.Amounts, b.Amounts), Other(a.Amounts, b.Amounts),
            alike, Math.Min(alike, 0.15), Is(oneReport), Is(oneSentence), Is(a.IsNegated != b.IsNegated),
            same ? alike : 0, same ? around : 0, same ? sentence : 0, near * around, near * sentence, near * alike, Is(same && oneReport),
        ];
    }

    private static double Is(bool holds) => holds ? 1 : 0;

    private static double Other(WordBag a, WordBag b, double likeness) => Is(!a.IsEmpty && !b.IsEmpty && likeness == 0);

    private static double Same(FrozenSet<string> a, FrozenSet<string> b) => Is(a.Overlaps(b));

    private static double Other(FrozenSet<string> a, FrozenSet<string> b) => Is(a.Count > 0 && b.Count > 0 && !a.Overlaps(b));

    private static double Dot(float[] a, float[] b)
    {
        double sum = 0;
        for (int k = 0; k < a.Length; k++)
            sum += (double)a[k] * b[k];
        return sum;
    }
}
