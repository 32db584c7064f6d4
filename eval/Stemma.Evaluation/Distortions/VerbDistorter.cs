using System.Collections.Frozen;
using Stemma.Annotations;
using Stemma.Language;
using Stemma.Text;

namespace Stemma.Evaluation.Distortions;

/// <summary>Turns a statement's main verb into its denial, or what was done into what is planned, and back.</summary>
internal static class VerbDistorter
{
    private static readonly FrozenSet<string> Negators = FrozenSet.Create(StringComparer.Ordinal, "not", "n't", "no", "none", "nobody", "nothing", "never", "neither", "nor", "without");

    public static Distortion? Polarity(Annotation report, TextSpan statement)
    {
        LinguisticText text = report.Language;
        if (MainVerb(text, statement) is not { } verb)
            return null;
        int[] below = Below(text, verb);
        // "Took no part" has its denial elsewhere; a second one would be bad English.
        if (text.Tokens.Count(t => statement.Contains(t.Span) && Negators.Contains(t.Lemma.ToLowerInvariant())) > (below.Any(c => text.Tokens[c].Lemma == "not") ? 1 : 0))
            return null;
        if (below.FirstOrDefault(c => text.Tokens[c].Lemma is "not" or "n't", -1) is >= 0 and int not)
        {
            // "did not sign" would become "did sign": good English. "Isn't" and "cannot" are left alone: the rest is no word.
            TextSpan at = text.Tokens[not].Span;
            return at.In(text.Text).Equals("not", StringComparison.Ordinal) && text.Tokens[not].SpaceBefore && at.Start > 0 ? new Distortion(DistortionKind.Polarity, new TextSpan(at.Start - 1, at.End), "") : null;
        }

        if (below.FirstOrDefault(c => text.Tokens[c].Deprel is "aux" or "aux:pass" or "cop" && text.Tokens[c].Lemma is not "to", -1) is >= 0 and int helper)
            return IsWord(text, helper) ? new Distortion(DistortionKind.Polarity, At(text.Tokens[helper].Span.End), " not") : null;
        string? done = text.Tokens[verb].Xpos switch { "VBD" => "did not ", "VBZ" => "does not ", "VBP" => "do not ", _ => null };
        return done is null || text.Tokens[verb].Lemma is "be" or "have" ? null : new Distortion(DistortionKind.Polarity, text.Tokens[verb].Span, done + text.Tokens[verb].Lemma);
    }

    public static Distortion? Status(Annotation report, TextSpan statement)
    {
        LinguisticText text = report.Language;
        if (MainVerb(text, statement) is not { } verb || text.Tokens[verb].Upos is not Upos.Verb || text.Tokens[verb].Lemma is "have" || Below(text, verb).Any(c => text.Tokens[c].Lemma is "not" or "n't" or "never"))
            return null;
        int[] helpers = [.. Below(text, verb).Where(c => text.Tokens[c].Deprel is "aux" or "aux:pass").Order()];
        string[] lemmas = [.. helpers.Select(h => text.Tokens[h].Lemma)];
        TextSpan words = helpers.Length > 0 ? text.Tokens[helpers[0]].Span.Union(text.Tokens[helpers[^1]].Span) : default;
        // Only where nothing stands between the helpers, so that no adverb is lost.
        bool together = helpers.Length > 0 && helpers[^1] - helpers[0] == helpers.Length - 1;
        return (text.Tokens[verb].Xpos, lemmas) switch
        {
            ("VBD", []) => new Distortion(DistortionKind.Status, text.Tokens[verb].Span, "will " + text.Tokens[verb].Lemma),
            ("VBN", ["be"]) when words.In(text.Text) is "was" or "were" => new Distortion(DistortionKind.Status, words, "will be"),
            ("VBN", ["have"]) when verb == helpers[0] + 1 && words.In(text.Text) is "has" or "have" => new Distortion(DistortionKind.Status, words.Union(text.Tokens[verb].Span), "will " + text.Tokens[verb].Lemma),
            ("VBN", ["have", "be"]) when together && words.In(text.Text) is "has been" or "have been" => new Distortion(DistortionKind.Status, words, "will be"),
            ("VBN", ["will", "be"]) when together => new Distortion(DistortionKind.Status, words, "was"),
            ("VB", ["will"]) when verb == helpers[0] + 1 => new Distortion(DistortionKind.Status, words, "did"),
            _ => null,
        };
    }

    /// <summary>The verb of the statement that no other of its words stands above.</summary>
    private static int? MainVerb(LinguisticText text, TextSpan statement)
    {
        for (int i = 0; i < text.Tokens.Length; i++)
        {
            Token token = text.Tokens[i];
            if (statement.Contains(token.Span) && token.Deprel is not "aux" and not "cop" and not "punct" and not "mark" and not "cc" && (token.Head < 0 || !statement.Contains(text.Tokens[token.Head].Span)))
                return token.Upos is Upos.Verb || Below(text, i).Any(c => text.Tokens[c].Deprel == "cop") ? i : null;
        }

        return null;
    }

    private static int[] Below(LinguisticText text, int head) => [.. Enumerable.Range(0, text.Tokens.Length).Where(i => text.Tokens[i].Head == head)];

    /// <summary>Whether a blank follows, so that "not" can be put behind it ("he'll" and "is," cannot have one).</summary>
    private static bool IsWord(LinguisticText text, int token) =>
        text.Tokens[token].SpaceBefore && text.Tokens[token].Span.End < text.Text.Length && text.Text[text.Tokens[token].Span.End] == ' ';

    private static TextSpan At(int offset) => new(offset, offset);
}
