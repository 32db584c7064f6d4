using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Attributions;
using Stemma.Claims;

namespace Stemma.Briefs;

/// <summary>Whether a later report answers what an earlier one says is not known: who was silent has spoken, or a cause has been stated.</summary>
/// <remarks>Closes only what it is sure of. A question that stays open in the brief though it was answered is a blemish; one that is closed
/// though nobody knows would be a falsehood.</remarks>
internal sealed class Answers(StoryMaterial material, Salience salience)
{
    // An answer speaks of what the whole story speaks of, or of what the question itself names.
    private const double Central = 0.4;

    private static readonly Phrases Causes = Phrases.Read("Briefs/Causes.en.tsv");

    /// <summary>After "declined to comment", what begins a topic: on that, the source may be silent still.</summary>
    private static readonly FrozenSet<string> Topics = new[] { "on", "about", "whether", "why", "how", "what", "if", "which", "who", "where", "when", "over", "regarding" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Days = new[]
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "the", "a", "background", "record", "behalf", "time",
    }.ToFrozenSet(StringComparer.Ordinal);

    private FrozenDictionary<string, int>? lastWord;
    private ImmutableArray<StorySentence>? causes;

    /// <param name="point">The words that would be shown.</param>
    public bool Close(StorySentence sentence, string point) => HasSpoken(sentence) || HasCause(sentence, point);

    /// <summary>"The firm could not be reached", and a later report has its statement.</summary>
    private bool HasSpoken(StorySentence sentence)
    {
        ImmutableArray<Assertion> silent = [.. sentence.Assertions.Where(a => a.Stance == Stance.Withholds && !a.Attribution.IsEmpty)];
        return silent.Length > 0 && !HasTopic(sentence.Words) && silent.All(a => !a.Attribution[^1].Anonymous && LastWordOf(a.Attribution[^1].Name) > sentence.ReportIndex);
    }

    private static bool HasTopic(ImmutableArray<string> words)
    {
        for (int i = 0; i + 1 < words.Length; i++)
        {
            if (Topics.Contains(words[i]) && !(words[i] == "on" && (Days.Contains(words[i + 1]) || char.IsAsciiDigit(words[i + 1][0]))))
                return true;
        }

        return false;
    }

    /// <summary>Place of the last report in which somebody of this name says something; -1 for nobody.</summary>
    private int LastWordOf(string name)
    {
        lastWord ??= material.Set.Assertions
            .Where(a => a.Stance != Stance.Withholds && material.SentenceOf(a) is not null)
            .SelectMany(a => Voices(a).Select(n => (Name: Fold(n), Index: material.SentenceOf(a)!.ReportIndex)))
            .GroupBy(v => v.Name, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Max(v => v.Index), StringComparer.Ordinal);
        // "The builder of the bridge, Orlo Steel", "Orlo Steel, the builder of the bridge".
        string whole = Fold(name);
        return new[] { whole, Fold(whole[(whole.LastIndexOf(',') + 1)..]), Fold(whole.Split(',')[0]) }.Max(n => lastWord.GetValueOrDefault(n, -1));
    }

    /// <summary>Whose word it is; a report's own voice is its outlet's, so that a firm's release is the firm's word.</summary>
    private IEnumerable<string> Voices(Assertion assertion) => assertion.Attribution.IsEmpty
        ? material.SentenceOf(assertion) is { Report.Report.Outlet: { Length: > 0 } outlet } ? [outlet] : []
        : assertion.Attribution.Where(s => !s.Anonymous).Select(s => s.Name);

    private static string Fold(string name)
    {
        string text = PlainText.OneLine(name).ToLowerInvariant();
        return text.StartsWith("the ", StringComparison.Ordinal) ? text[4..] : text;
    }

    /// <summary>"The cause is not known", and a later report says outright what it was.</summary>
    private bool HasCause(StorySentence sentence, string point)
    {
        if (!sentence.Words.Any(w => w is "cause" or "causes" or "caused" or "reason"))
            return false;
        causes ??= [.. material.Sentences.Where(StatesCause)];
        FrozenSet<string> asked = Words.Content(point);
        return causes.Value.Any(c => c.ReportIndex > sentence.ReportIndex && (salience.Centrality(c.Content) >= Central || c.Content.Count(asked.Contains) > 1));
    }

    private bool StatesCause(StorySentence sentence) => Causes.In(sentence.Words).Any() && material.Stands(sentence)
        && sentence.Assertions.Any(a => a is { Stance: Stance.Asserts or Stance.Confirms, Certainty: Certainty.Certain, Polarity: Polarity.Positive }
            && Causes.In(Words.Of(a.At.Quote)).Any()
            && material.Claim(a.Claim) is { Status: ClaimStatus.Confirmed or ClaimStatus.Asserted });
}
