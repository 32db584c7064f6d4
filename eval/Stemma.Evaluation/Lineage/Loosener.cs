using System.Text;
using Stemma.Language;

namespace Stemma.Evaluation.Lineage;

/// <summary>Takes a sentence apart as a rewriter does: leaves out modifiers, turns pairs round, takes other articles.</summary>
/// <remarks>Works on tags, with the engine's own tagger: where that errs a sentence comes out stranger than it should, not easier.</remarks>
internal sealed class Loosener
{
    private readonly LanguageEngine language = new(new LanguageOptions());

    public string Loosen(string sentence, Chance chance)
    {
        if (sentence.AsSpan().IndexOfAny("\"\u201c\u201d") >= 0)
            return sentence;
        List<(string Text, Upos Upos, bool Space)> words = [.. language.Analyse(sentence).Tokens.Select(t => (t.Span.In(sentence).ToString(), t.Upos, t.SpaceBefore))];
        for (int i = 1; i + 1 < words.Count; i++)
        {
            // "ships and planes": which comes first is the writer's choice.
            bool pair = words[i].Text is "and" or "or" && words[i - 1].Upos == words[i + 1].Upos && words[i - 1].Upos is Upos.Noun or Upos.Adj or Upos.Verb;
            if (pair && chance.Is(0.7))
                (words[i - 1], words[i + 1]) = (words[i + 1], words[i - 1]);
        }

        StringBuilder text = new();
        for (int i = 0; i < words.Count; i++)
        {
            (string word, Upos upos, bool space) = words[i];
            bool modifies = i > 0 && i + 1 < words.Count && (upos == Upos.Adj && words[i + 1].Upos is Upos.Noun or Upos.Adj || upos == Upos.Adv && word.EndsWith("ly", StringComparison.Ordinal));
            if (modifies && chance.Is(0.6))
                continue;
            word = word switch
            {
                "the" when chance.Is(0.15) => "this",
                "a" or "an" when chance.Is(0.3) => "one",
                "that" when chance.Is(0.3) => "which",
                "this" when chance.Is(0.3) => "the",
                "and" when chance.Is(0.2) => "as well as",
                "for" when upos == Upos.Adp && chance.Is(0.15) => "on behalf of",
                "on" when upos == Upos.Adp && chance.Is(0.15) => "upon",
                "to" when upos == Upos.Part && chance.Is(0.15) => "in order to",
                "has" or "have" or "had" when upos == Upos.Aux && chance.Is(0.3) => "",
                _ => word,
            };
            if (word.Length == 0)
                continue;
            text.Append(text.Length > 0 && (space || words[i - 1].Text.Length == 0) ? " " : "").Append(word);
        }

        return text.ToString();
    }
}
