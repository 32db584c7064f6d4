using System.Collections.Frozen;
using Stemma.Language;
using Stemma.Quantities;
using Stemma.Text;

namespace Stemma.Claims;

/// <summary>What is left over when a sentence is parted: whether it stands alone, and the words at its ends that hang on what was taken away.</summary>
/// <remarks>Where nothing shows that it is loose, it stays.</remarks>
internal static class Loose
{
    /// <summary>Words that make a clause another's, and leave it a statement: what comes after "if" or "unless" is none.</summary>
    private static readonly FrozenSet<string> Leads = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "after", "as", "because", "since", "although", "though", "while", "whereas");

    /// <summary>"It emerged that" says on nobody's word that the rest is so.</summary>
    private static readonly FrozenSet<string> Emerging = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "emerge", "transpire", "follow");

    /// <summary>Whether a verb of the words is their own: in "the firm, which owns the truck" it only says which firm.</summary>
    public static bool HasOwnVerb(LinguisticText text, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (ClauseSplitter.HasFiniteVerb(text, i, i + 1) && !IsInRelative(text, i, first, end))
                return true;
        }

        return false;
    }

    /// <summary>"He resigned on Thursday, <b>two days after</b> [she told him]": without the end that hangs on what follows.</summary>
    public static TextSpan WithoutTail(LinguisticText text, TextSpan span)
    {
        (int first, int end) = TokenIndex.Tokens(text, span);
        int kept = LastWord(text, first, end) + 1;
        bool joined = kept - 1 > first && text.Tokens[kept - 1] is { Upos: Upos.Sconj or Upos.Cconj } or { Upos: Upos.Adp, Deprel: "mark" or "case" };
        int join = joined ? --kept : kept;
        if (kept - 3 > first && IsAfter(join) && Units.ByWord(text.Tokens[kept - 1].Span.In(text.Text)) is { Dimension: "time" } && text.Tokens[kept - 2].Upos is Upos.Num && text.Tokens[kept - 3].Upos is Upos.Punct)
            kept -= 3;
        return kept < end && (joined || kept < join) ? new TextSpan(span.Start, text.Tokens[kept - 1].Span.End) : span;

        bool IsAfter(int token) => token < text.Tokens.Length && text.Tokens[token].Lemma.ToLowerInvariant() is "after" or "before";
    }

    private static int LastWord(LinguisticText text, int first, int end)
    {
        int last = end - 1;
        while (last > first && text.Tokens[last].Upos is Upos.Punct)
            last--;
        return last;
    }

    /// <summary>"<b>After it emerged that</b> he had kept quiet": what is stated begins behind it.</summary>
    public static TextSpan WithoutLead(LinguisticText text, TextSpan span)
    {
        (int first, int end) = TokenIndex.Tokens(text, span);
        int at = first;
        if (at < end && text.Tokens[at].Deprel is "mark" && Leads.Contains(Word(at)) && IsInside(text.Tokens[at].Head, first, end))
            at++;
        // "[Survivors], though, have given another account".
        if (at + 2 < end && Word(at) is "though" or "however" or "meanwhile" or "too" or "also" && Word(at + 1) is ",")
            at += 2;
        if (at < end && Word(at) is "it" or "It")
        {
            int verb = at + 1;
            while (verb < end && text.Tokens[verb].Upos is Upos.Aux or Upos.Adv)
                verb++;
            if (verb + 1 < end && Emerging.Contains(text.Tokens[verb].Lemma) && Word(verb + 1) is "that")
                at = verb + 2;
        }

        return at == first || at >= end ? span : new TextSpan(text.Tokens[at].Span.Start, span.End);

        string Word(int token) => text.Tokens[token].Span.In(text.Text).ToString();
    }

    private static bool IsInRelative(LinguisticText text, int token, int first, int end)
    {
        for (int at = token, steps = 0; IsInside(at, first, end) && steps < 40; at = text.Tokens[at].Head, steps++)
        {
            if (text.Tokens[at].Deprel.StartsWith("acl", StringComparison.Ordinal) && IsInside(text.Tokens[at].Head, first, end))
                return true;
        }

        return false;
    }

    private static bool IsInside(int token, int first, int end) => token >= first && token < end;
}
