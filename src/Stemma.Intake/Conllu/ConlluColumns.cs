using System.Globalization;
using Stemma.Language;

namespace Stemma.Intake.Conllu;

/// <summary>What the engine found, as the columns of CoNLL-U write it.</summary>
public static class ConlluColumns
{
    public static string Lemma(in Token token) => Or(token.Lemma);

    public static string Upos(in Token token) => token.Upos.ToString().ToUpperInvariant();

    public static string Xpos(in Token token) => Or(token.Xpos);

    /// <summary>Counted from 1 within the sentence; 0 for the root, <c>_</c> where no parser ran.</summary>
    public static string Head(in Token token, in Sentence sentence) =>
        token.Deprel.Length == 0 ? "_" : (token.Head < 0 ? 0 : token.Head - sentence.FirstToken + 1).ToString(CultureInfo.InvariantCulture);

    public static string Deprel(in Token token) => Or(token.Deprel);

    /// <summary>One tag a token, as CoNLL-2003 names the kinds: <c>B-PER</c>, <c>I-PER</c>, <c>O</c>.</summary>
    public static string[] Names(LinguisticText read)
    {
        ArgumentNullException.ThrowIfNull(read);
        string[] names = new string[read.Tokens.Length];
        Array.Fill(names, "O");
        int at = 0;
        foreach (EntityMention entity in read.Entities)
        {
            while (at < names.Length && read.Tokens[at].Span.End <= entity.Span.Start)
                at++;
            string kind = entity.Kind switch
            {
                EntityKind.Person => "PER",
                EntityKind.Organisation => "ORG",
                EntityKind.Place => "LOC",
                _ => "MISC",
            };
            for (bool first = true; at < names.Length && read.Tokens[at].Span.Start < entity.Span.End; at++, first = false)
                names[at] = (first ? "B-" : "I-") + kind;
        }

        return names;
    }

    private static string Or(string value) => value.Length == 0 ? "_" : value;
}
