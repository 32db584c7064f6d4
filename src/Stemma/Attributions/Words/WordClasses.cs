using Stemma.Language;
using Stemma.Language.Quotations;

namespace Stemma.Attributions;

/// <summary>Gives each token its <see cref="WordClass"/>: closed classes by word, the rest by tag, and by form where no tagger ran.</summary>
internal static class WordClasses
{
    public static WordClass Of(ReadingText text, int i)
    {
        Token token = text.Tokens[i];
        string lower = text.Lower[i];
        if (lower.Length == 0)
            return WordClass.Other;
        char c = lower[0];
        if (!char.IsLetterOrDigit(c) && lower.Length <= 3 && !lower.AsSpan().ContainsAnyInRange('a', 'z'))
        {
            WordClass mark = OfMark(text, i, c, lower);
            if (mark != WordClass.Other)
                return mark;
        }

        string tag = token.Xpos;
        if (lower is "'s" && tag is "VBZ")
            return WordClass.Be;
        if (lower is "'d")
            return WordClass.Modal;
        if (lower is "her")
            return tag is "PRP" ? WordClass.Pronoun : WordClass.Determiner;
        if (lower is "may" && text.IsCapital(i) && (tag is "NNP" || (i > 0 && text.Class[i - 1] == WordClass.Name)))
            return WordClass.Name;
        if (lower is "being" or "having" && tag is "VBG")
            return lower is "being" ? WordClass.Be : WordClass.Have;
        if (lower is "us" && text.Tokens[i].Span.In(text.Text) is "US")
            return WordClass.Name;
        if (lower is "following" or "including" or "regarding" or "concerning" or "like" or "past" or "so" or "well")
            return OfTag(tag) is WordClass t and not WordClass.Other ? t : ClosedClasses.TryGet(lower, out WordClass f) ? f : WordClass.Adverb;
        if (lower.Length == 1 && i > 0 && !token.SpaceBefore && text.Lower[i - 1] is "-" && text.IsCapital(i))
            return WordClass.Name;
        if (ClosedClasses.TryGet(lower, out WordClass known))
            return known;
        WordClass byTag = OfTag(tag);
        return byTag != WordClass.Other || tag.Length > 0 ? Mend(text, i, byTag) : Guess(text, i, lower);
    }

    private static WordClass OfMark(ReadingText text, int i, char c, string lower)
    {
        if (QuotationMarks.IsMark(c) || lower is "``" or "''")
            return lower is "'s" or "'re" or "'m" or "'ll" or "'ve" or "'d" ? WordClass.Other : lower is "'" && IsPlural(text, i) ? WordClass.Possessive : WordClass.QuoteMark;
        return c switch
        {
            ',' => WordClass.Comma,
            '.' or '!' or '?' or '…' => WordClass.Stop,
            ':' or ';' => WordClass.Colon,
            '—' or '–' => WordClass.Dash,
            '-' => lower.Length > 1 || IsLoose(text, i) ? WordClass.Dash : WordClass.Adjective,
            '/' => WordClass.Adjective,
            '(' or ')' or '[' or ']' or '{' or '}' => WordClass.Bracket,
            '$' or '£' or '€' or '#' or '¥' => WordClass.Number,
            '%' => WordClass.Noun,
            _ => WordClass.Other,
        };
    }

    /// <summary>A mark right behind a word that ends in s, with more to come, where no quotation ends.</summary>
    private static bool IsPlural(ReadingText text, int i) =>
        i > 0 && !text.Tokens[i].SpaceBefore && text.Lower[i - 1].EndsWith('s')
        && !text.ClosesQuoteAt(text.Tokens[i].Span.End);

    /// <summary>A hyphen with space around it is a dash; one inside a word belongs to the word.</summary>
    private static bool IsLoose(ReadingText text, int i) =>
        text.Tokens[i].SpaceBefore && (i + 1 >= text.Tokens.Length || text.Tokens[i + 1].SpaceBefore);

    private static WordClass OfTag(string tag) => tag switch
    {
        "NN" or "NNS" => WordClass.Noun,
        "NNP" or "NNPS" => WordClass.Name,
        "VBD" or "VBZ" or "VBP" => WordClass.FiniteVerb,
        "VB" => WordClass.BaseVerb,
        "VBG" => WordClass.Ing,
        "VBN" => WordClass.Participle,
        "JJ" or "JJR" or "JJS" or "AFX" or "HYPH" => WordClass.Adjective,
        "RB" or "RBR" or "RBS" => WordClass.Adverb,
        "CD" => WordClass.Number,
        "DT" or "PDT" or "PRP$" or "WP$" => WordClass.Determiner,
        "PRP" or "EX" => WordClass.Pronoun,
        "WP" or "WDT" => WordClass.Wh,
        "IN" or "RP" => WordClass.Preposition,
        "MD" => WordClass.Modal,
        "CC" => WordClass.Coordinator,
        "WRB" => WordClass.Subordinator,
        "POS" => WordClass.Possessive,
        "FW" => WordClass.Noun,
        _ => WordClass.Other,
    };

    /// <summary>Puts right what taggers get wrong most often around capitals.</summary>
    private static WordClass Mend(ReadingText text, int i, WordClass given)
    {
        bool nounFollows = i + 1 < text.Tokens.Length && text.Tokens[i + 1].Xpos is "NN" or "NNS" or "NNP" or "NNPS";
        if (given is WordClass.BaseVerb && i > 0 && text.IsCapital(i) && text.Class[i - 1] is WordClass.To or WordClass.Preposition or WordClass.Name)
            return WordClass.Name;
        if (given is WordClass.FiniteVerb or WordClass.BaseVerb && i > 0)
        {
            WordClass before = text.Class[i - 1];
            // "the aid", "of work", "according to aid groups": no verb stands there.
            bool blocked = before is WordClass.Possessive || (before is WordClass.Determiner && text.Lower[i - 1] is "a" or "an" or "the" or "its" or "their" or "his" or "our" or "my" or "every")
                || (before is WordClass.To && i > 1 && text.Lower[i - 2] is "according");
            blocked |= nounFollows && i > 1 && text.Tokens[i].Xpos is "VB" && before is WordClass.Coordinator or WordClass.Comma or WordClass.Adjective or WordClass.Noun && !IsCalledFor(text, i);
            // "rejected reports that ...": no finite verb follows another.
            blocked |= text.Tokens[i].Xpos is "VBZ" && before is WordClass.FiniteVerb && text.Tokens[i - 1].Xpos is "VBD" && !text.IsCapital(i);
            if (blocked || (nounFollows && before is WordClass.Comma or WordClass.Preposition or WordClass.Adjective && Sources.KindWord(text.Lower[i]) is "person" or "body"))
                return WordClass.Noun;
        }

        // "the Upper Sailing Circle": a participle in capitals between names is part of one.
        if (given is WordClass.Ing or WordClass.Participle or WordClass.Adjective && i > 0 && text.IsCapital(i) && text.Class[i - 1] is WordClass.Name && text.IsCapital(i - 1)
            && i + 1 < text.Tokens.Length && text.Tokens[i + 1].Xpos is "NNP" or "NNPS" && text.IsCapital(i + 1))
            return WordClass.Name;
        // "Coast Live reports": the last word of a newsroom's name.
        if (given is WordClass.Adjective or WordClass.Adverb && i > 0 && text.IsCapital(i) && text.Class[i - 1] is WordClass.Name && i + 1 < text.Tokens.Length && text.Tokens[i + 1].Span.In(text.Text) is "reports" or "claims" or "says" or "writes" or "said" or "reported")
            return WordClass.Name;
        if (given is WordClass.Adjective && !nounFollows && i > 0 && text.Class[i - 1] is WordClass.Determiner or WordClass.Noun or WordClass.Adjective && Sources.IsPersonNoun(text.Lower[i]))
            return WordClass.Noun;
        if (given is WordClass.Noun && text.Lower[i] is "reports" or "claims" && ClosesClause(text, i))
            return WordClass.FiniteVerb;
        if (given is WordClass.Noun && i > 0 && text.IsCapital(i) && text.Lower[i].Length > 1 && text.Class[i - 1] is WordClass.Name)
            return WordClass.Name;
        return given;
    }

    /// <summary>"..., The Times reports, ...": a name between a comma and a word that is noun and verb alike, with a mark behind.</summary>
    private static bool ClosesClause(ReadingText text, int i)
    {
        if (i < 2 || i + 1 >= text.Tokens.Length || !text.IsCapital(i - 1) || text.Text[text.Tokens[i + 1].Span.Start] is not (',' or '.'))
            return false;
        int t = i - 1;
        while (t > 0 && (text.IsCapital(t) || text.Class[t] is WordClass.Determiner))
            t--;
        return text.Class[t] is WordClass.Comma;
    }

    /// <summary>An infinitive or imperative chain: "to" or an auxiliary not far in front.</summary>
    private static bool IsCalledFor(ReadingText text, int i)
    {
        for (int t = i - 1; t >= Math.Max(0, i - 12); t--)
        {
            if (text.Tokens[t].Xpos is "TO" || text.Class[t] is WordClass.Modal or WordClass.Do or WordClass.BaseVerb)
                return true;
            if (text.Class[t] is WordClass.Stop)
                return false;
        }

        return false;
    }

    private static WordClass Guess(ReadingText text, int i, string lower)
    {
        if (char.IsDigit(lower[0]))
            return WordClass.Number;
        if (text.IsCapital(i) && i > 0 && text.Class[i - 1] is not (WordClass.Stop or WordClass.QuoteMark))
            return WordClass.Name;
        if (lower.EndsWith("ly", StringComparison.Ordinal))
            return WordClass.Adverb;
        if (lower.EndsWith("ing", StringComparison.Ordinal) && lower.Length > 5)
            return WordClass.Ing;
        if (lower.EndsWith("ed", StringComparison.Ordinal) && lower.Length > 3)
            return i > 0 && text.Class[i - 1] is WordClass.Be or WordClass.Have ? WordClass.Participle : WordClass.FiniteVerb;
        return WordClass.Noun;
    }
}
