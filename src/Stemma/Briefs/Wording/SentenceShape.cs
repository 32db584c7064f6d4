using System.Collections.Immutable;
using Stemma.Language;
using Stemma.Text;

namespace Stemma.Briefs;

/// <summary>Whether a sentence has the shape of one that can be read alone, and how well.</summary>
internal static class SentenceShape
{
    private const int MaxRaw = 1200;

    public static bool CanStand(StorySentence sentence)
    {
        ReadOnlySpan<char> text = sentence.Text.TrimEnd();
        if (text.Length is < 25 or > MaxRaw || sentence.Words.Length < 5)
            return false;
        // Questions ask, headings announce; neither states.
        if (text[^1] is '?' or ':' || text.EndsWith("?\"", StringComparison.Ordinal) || text.EndsWith("?”", StringComparison.Ordinal))
            return false;
        // A sentence begins with a large letter, a figure or a mark; what begins small was broken off by the cutter.
        if (char.IsLower(text[0]) || text[0] is ',' or ')' or ';' or ':' or '’' || (text[0] == '\'' && !char.IsUpper(text[1])) || text.StartsWith("'S ", StringComparison.Ordinal))
            return false;
        if (Furniture.IsStamp(text) || Furniture.IsFieldRow(text) || Furniture.CutsNumber(sentence) || !QuoteMarks.ClosesBrackets(text))
            return false;
        // A quotation that begins with what ties it to the words before it; to drop that would be to change the quotation.
        if (text[0] is '"' or '“' && sentence.Words[0] is "and" or "but" or "or" or "so")
            return false;
        return HasVerb(sentence, sentence.Span) && SentenceTree.HasMainVerb(sentence, sentence.Span);
    }

    /// <summary>True also where no tagger ran.</summary>
    public static bool HasVerb(StorySentence sentence, TextSpan within)
    {
        bool tagged = false;
        foreach (Token token in Tokens(sentence))
        {
            tagged |= token.Upos != Upos.X;
            if (token.Upos is Upos.Verb or Upos.Aux && within.Contains(token.Span))
                return true;
        }

        return !tagged;
    }

    /// <summary>Whether a content can stand as a sentence: one clause, whose verb and subject both lie in it.</summary>
    /// <remarks>Where no parser ran, any verb will do.</remarks>
    public static bool IsClause(StorySentence sentence, TextSpan content)
    {
        ImmutableArray<Token> all = sentence.Report.Annotation.Language.Tokens;
        int heads = 0;
        bool parsed = false, subject = false, finite = false;
        for (int i = sentence.Sentence.FirstToken; i < sentence.Sentence.EndToken && i < all.Length; i++)
        {
            Token token = all[i];
            if (!content.Contains(token.Span))
                continue;
            parsed |= token.Deprel.Length > 0;
            finite |= token.Xpos is "VBD" or "VBZ" or "VBP" or "MD";
            bool inside = token.Head >= 0 && token.Head < all.Length && content.Contains(all[token.Head].Span);
            subject |= inside && token.Deprel.StartsWith("nsubj", StringComparison.Ordinal) || token.Deprel is "expl";
            if (!inside && token.Upos is not (Upos.Punct or Upos.Sconj or Upos.Cconj))
                heads++;
        }

        return !parsed ? HasVerb(sentence, content) : heads == 1 && subject && finite;
    }

    /// <summary>Whether the sentence's main verb lies in the part that is kept; true where no parser ran.</summary>
    public static bool HoldsRoot(StorySentence sentence, TextSpan kept)
    {
        foreach (Token token in Tokens(sentence))
        {
            if (token.Deprel == "root")
                return kept.Contains(token.Span);
        }

        return true;
    }

    /// <summary>Whether a text ends in a word that cannot end a sentence ("where.", "as.").</summary>
    public static bool IsBrokenOff(string text)
    {
        ReadOnlySpan<char> words = text.AsSpan().TrimEnd(['.', '"', '”', ' ']);
        ReadOnlySpan<char> last = words[(words.LastIndexOf(' ') + 1)..];
        return last is "as" or "where" or "which" or "who" or "whose" or "when" or "while" or "that" or "of" or "to" or "with" or "and" or "or" or "but"
            or "the" or "a" or "an" or "for" or "by" or "from" or "than" or "because" or "if" or "whether" or "including" or "his" or "her" or "its" or "their";
    }

    public static bool IsPronoun(StorySentence sentence, TextSpan content)
    {
        ReadOnlySpan<char> text = content.In(sentence.Report.Report.Body).TrimStart([' ', '"', '“', '\n']);
        int end = text.IndexOfAny(' ', '\'', '’');
        return end > 0 && (LeadingPronoun.IsPronoun(text[..end].ToString()) || text[..end] is "I" or "We" or "we");
    }

    /// <summary>What makes the sentence less fit than another that says the same, 0 to about 1.</summary>
    public static double Cost(StorySentence sentence, string text)
    {
        double cost = 0;
        if (text[0] is '"' or '“')
            cost += 0.25;
        if (text.Length > 220)
            cost += 0.15;
        if (text.Length < 50)
            cost += 0.1;
        if (text[0] == '[')
            cost += 0.1;
        // "..., he said" with nobody to say who he is.
        if (text.Contains(" he said", StringComparison.Ordinal) || text.Contains(" she said", StringComparison.Ordinal)
            || text.Contains(" it said", StringComparison.Ordinal) || text.Contains(" they said", StringComparison.Ordinal))
            cost += 0.3;
        // A definite phrase at the head often leans back ("The official", "The two").
        ImmutableArray<string> words = sentence.Words;
        if (words[0] is "the" && words.Length > 1 && words[1] is "official" or "officials" or "two" or "three" or "latter" or "former" or "report" or "statement" or "spokesman" or "spokeswoman" or "move" or "man" or "woman" or "suspect" or "group" or "company" or "agency")
            cost += 0.15;
        return cost;
    }

    /// <summary>"I counted nine ambulances", "we call on the county": the report's own first person, outside quotation marks. Such a
    /// sentence needs the outlet's name before it.</summary>
    public static bool SpeaksAsOutlet(StorySentence sentence)
    {
        bool quoted = BeginsInQuote(sentence);
        foreach (Token token in Tokens(sentence))
        {
            ReadOnlySpan<char> word = token.Span.In(sentence.Report.Report.Body);
            if (word is "\"" or "“" or "”" or "''" or "``")
                quoted = word is "“" || (word is not "”" && !quoted);
            else if (!quoted && word is "I" or "me" or "my" or "My" or "we" or "We" or "us" or "our" or "Our")
                return !quoted;
        }

        return false;
    }

    /// <summary>Whether a quotation that an earlier sentence of the paragraph opened is still open.</summary>
    public static bool BeginsInQuote(StorySentence sentence)
    {
        ReadOnlySpan<char> body = sentence.Report.Report.Body;
        ReadOnlySpan<char> before = body[..sentence.Span.Start];
        // A quotation of more than four thousand characters is not looked back through: a hostile paragraph would make this quadratic.
        before = before[Math.Max(0, before.Length - 4000)..];
        before = before[(before.LastIndexOf('\n') + 1)..];
        return before.Count('“') > before.Count('”') || before.Count("``") > before.Count("''") || before.Count('"') % 2 == 1;
    }

    private static IEnumerable<Token> Tokens(StorySentence sentence)
    {
        ImmutableArray<Token> all = sentence.Report.Annotation.Language.Tokens;
        for (int i = sentence.Sentence.FirstToken; i < sentence.Sentence.EndToken && i < all.Length; i++)
            yield return all[i];
    }
}
