using Stemma.Annotations;
using Stemma.Evaluation.Lineage;
using Stemma.Language;
using Stemma.Quantities;
using Stemma.Text;

namespace Stemma.Evaluation.Distortions;

/// <summary>Alters one detail of a statement by rules over its analysed words.</summary>
/// <param name="people">Full names of the story's people.</param>
/// <param name="places">Names of its places.</param>
internal sealed class Distorter(IReadOnlyList<string> people, IReadOnlyList<string> places)
{
    private static readonly string[] InventedPeople = ["Corvin Aldmoor", "Tessaly Brandrick", "Ossian Thornquist", "Maribel Hartenow", "Dunstan Verrell", "Ilka Sommerby"];
    private static readonly string[] InventedPlaces = ["Grenmouth", "Oldervik", "Saint Ferrol", "Marrowdale", "Kestrinburg", "Pelham Sound"];

    /// <summary>An alteration of that kind inside the statement, or null where nothing of the kind stands there.</summary>
    public Distortion? Alter(DistortionKind kind, Annotation report, TextSpan statement, Chance chance) => kind switch
    {
        DistortionKind.Number => Number(report, statement, chance),
        DistortionKind.Polarity => VerbDistorter.Polarity(report, statement),
        DistortionKind.Name => Name(report, statement, EntityKind.Person, people, InventedPeople, chance),
        DistortionKind.Place => Name(report, statement, EntityKind.Place, places, InventedPlaces, chance),
        DistortionKind.Date => DateDistorter.Shift(report, statement, chance),
        _ => VerbDistorter.Status(report, statement),
    };

    private static Distortion? Number(Annotation report, TextSpan statement, Chance chance)
    {
        // "One of them" and "both" are no counts to get wrong.
        QuantityMention[] numbers = [.. report.Quantities.Where(q => statement.Contains(q.NumberSpan) && !IsYear(report.Language.Text, q) && q is { Low: >= 2, Equivalent: null } && q.Low == q.High && NumberWords.Other(q.NumberSpan.In(report.Language.Text).ToString(), new Chance(1)) is not null)];
        if (numbers.Length == 0)
            return null;
        QuantityMention number = chance.Of(numbers);
        return new Distortion(DistortionKind.Number, number.NumberSpan, NumberWords.Other(number.NumberSpan.In(report.Language.Text).ToString(), chance)!);
    }

    /// <summary>"In ’96" is a year whatever it was read as.</summary>
    private static bool IsYear(string text, QuantityMention number) => number.NumberSpan.Start > 0 && text[number.NumberSpan.Start - 1] is '\'' or '’';

    private static Distortion? Name(Annotation report, TextSpan statement, EntityKind kind, IReadOnlyList<string> ofStory, string[] invented, Chance chance)
    {
        string text = report.Language.Text;
        // A name said twice would stand there both right and wrong.
        EntityMention[] names = [.. report.Language.Entities.Where(e => e.Kind == kind && statement.Contains(e.Span) && IsBare(report.Language, e))
            .GroupBy(e => e.Name, StringComparer.Ordinal).Where(g => g.Count() == 1).Select(g => g.First())];
        if (names.Length == 0)
            return null;
        EntityMention name = chance.Of(names);
        string word = name.Span.In(text).ToString();
        string[] others = [.. ofStory.Where(o => o.Contains(' ', StringComparison.Ordinal) || kind is EntityKind.Place).Where(o => !Shares(o, name.Name) && !Shares(o, word))];
        string other = others.Length > 0 && chance.Is(0.5) ? chance.Of(others) : chance.Of(invented);

        // "Watson" is answered by a family name alone.
        if (kind is EntityKind.Person && !word.Contains(' ', StringComparison.Ordinal))
            other = other[(other.LastIndexOf(' ') + 1)..];
        return new Distortion(kind is EntityKind.Person ? DistortionKind.Name : DistortionKind.Place, name.Span, other);
    }

    /// <summary>A name by itself: no adjective ("Norwegian"), no part of a longer name ("Oslo University").</summary>
    private static bool IsBare(LinguisticText text, EntityMention name) =>
        text.Tokens.Where(t => name.Span.Contains(t.Span)).ToArray() is [.., Token last] tokens
        && last.Upos is Upos.Propn
        && last.Span.End == name.Span.End
        && tokens.All(t => t.Deprel is not "amod" and not "compound" || name.Span.Contains(text.Tokens[Math.Max(0, t.Head)].Span));

    private static bool Shares(string a, string b) =>
        a.Split(' ').Intersect(b.Split(' '), StringComparer.OrdinalIgnoreCase).Any();
}
