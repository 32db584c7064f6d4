using System.Collections.Immutable;
using Stemma.Language;
using Stemma.Text;

namespace Stemma.Briefs;

/// <summary>What the parse says of a part of a sentence: whether it is a whole, and whether it has a main verb. Both true where no parser ran.</summary>
internal static class SentenceTree
{
    /// <summary>Whether nothing that is kept hangs on what is cut off behind it, as the subject does where the verb is lost ("Tara Reid, 33."), and no
    /// list of things is cut short ("five crimes: fraud, theft.").</summary>
    public static bool IsWhole(StorySentence sentence, TextSpan kept)
    {
        ImmutableArray<Token> all = sentence.Report.Annotation.Language.Tokens;
        for (int i = sentence.Sentence.FirstToken; i < sentence.Sentence.EndToken && i < all.Length; i++)
        {
            Token token = all[i];
            if (token.Head < 0 || token.Head >= all.Length || token.Upos == Upos.Punct)
                continue;
            Token head = all[token.Head];
            if (kept.Contains(token.Span))
            {
                if (head.Span.Start >= kept.End)
                    return false;
            }
            else if (token.Span.Start >= kept.End && token.Deprel == "conj" && kept.Contains(head.Span) && head.Upos is Upos.Noun or Upos.Propn or Upos.Num)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the part has a main clause with a finite verb; "The letter sent to the mayor" has none.</summary>
    public static bool HasMainVerb(StorySentence sentence, TextSpan kept)
    {
        ImmutableArray<Token> all = sentence.Report.Annotation.Language.Tokens;
        bool parsed = false;
        for (int i = sentence.Sentence.FirstToken; i < sentence.Sentence.EndToken && i < all.Length; i++)
        {
            Token token = all[i];
            parsed |= token.Deprel.Length > 0;
            if (kept.Contains(token.Span) && (token.Xpos is "VBD" or "VBZ" or "VBP" or "MD" || (token.Xpos == "VB" && token.Deprel == "root")) && ReachesTop(all, i, kept))
                return true;
        }

        return !parsed;
    }

    /// <summary>Up from a verb to the top of the part by joints that keep it a main clause.</summary>
    private static bool ReachesTop(ImmutableArray<Token> all, int i, TextSpan kept)
    {
        // Deeper than this no main clause lies; the bound also ends a broken parse that runs in a circle.
        for (int step = 0; step < 12; step++)
        {
            Token token = all[i];
            if (token.Head < 0 || token.Head >= all.Length || !kept.Contains(all[token.Head].Span))
                return true;
            if (!(token.Deprel is "cop" or "conj" or "parataxis" or "ccomp" || token.Deprel.StartsWith("aux", StringComparison.Ordinal)))
                return false;
            i = token.Head;
        }

        return false;
    }
}
