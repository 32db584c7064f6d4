using System.Collections.Immutable;
using Stemma.Language;
using Stemma.Text;

namespace Stemma.Briefs;

/// <summary>Words inside a sentence that point back at the one before ("also", ", however,"): out of their context they say nothing.</summary>
internal static class Connectives
{
    /// <summary>Drops them from the text; never inside a quotation, and never where they join two clauses of the sentence itself.</summary>
    public static void Drop(StorySentence sentence, SentenceText text)
    {
        if (SentenceShape.BeginsInQuote(sentence))
            return;
        ImmutableArray<Token> all = sentence.Report.Annotation.Language.Tokens;
        string body = sentence.Report.Report.Body;
        int end = Math.Min(sentence.Sentence.EndToken, all.Length);
        bool quoted = false;
        for (int i = sentence.Sentence.FirstToken; i < end; i++)
        {
            ReadOnlySpan<char> word = all[i].Span.In(body);
            if (word is "\"" or "“" or "”" or "''" or "``")
                quoted = word is "“" or "``" || (word is "\"" && !quoted);
            if (quoted || i == sentence.Sentence.FirstToken || i + 1 >= end || all[i].Deprel != "advmod")
                continue;
            ReadOnlySpan<char> before = all[i - 1].Span.In(body), after = all[i + 1].Span.In(body);
            if (word is "also" && !Contrasts(sentence.Words) && before is not ("," or "but" or "and" or "or" or "\"" or "”") && Verbal(all, i))
                text.Replace(new TextSpan(all[i - 1].Span.End, all[i].Span.End), "");
            else if (word is "however" or "though" or "meanwhile" or "moreover" or "nevertheless" or "nonetheless" && before is "," && after is "," && !SubjectFollows(all, i, end))
                text.Replace(new TextSpan(all[i - 1].Span.Start, all[i + 1].Span.End), "");
            else if (word is "however" or "though" or "too" && before is "," && after is ".")
                text.Replace(new TextSpan(all[i - 1].Span.Start, all[i].Span.End), "");
        }
    }

    /// <summary>"Not only ... but also": here the word answers to another of the same sentence.</summary>
    private static bool Contrasts(ImmutableArray<string> words)
    {
        for (int i = 1; i < words.Length; i++)
        {
            if ((words[i] == "also" && words[i - 1] == "but") || (words[i] is "only" or "just" or "merely" && words[i - 1] == "not"))
                return true;
        }

        return false;
    }

    /// <summary>"Said also", "also said", "has also been": not "also a doctor", where it may be all that joins two phrases.</summary>
    private static bool Verbal(ImmutableArray<Token> all, int i) =>
        all[i].Head >= 0 && all[i].Head < all.Length && (all[all[i].Head].Upos is Upos.Verb || all[i - 1].Upos is Upos.Aux);

    /// <summary>"..., however, the mayor refused": a new clause begins, and without the word two sentences would run together.</summary>
    private static bool SubjectFollows(ImmutableArray<Token> all, int i, int end)
    {
        for (int t = i + 1; t < end; t++)
        {
            if (all[t].Head == all[i].Head && all[t].Deprel.StartsWith("nsubj", StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
