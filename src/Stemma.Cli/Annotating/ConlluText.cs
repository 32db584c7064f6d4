using System.Text;
using Stemma.Intake.Conllu;
using Stemma.Language;

namespace Stemma.Cli.Annotating;

/// <summary>Prints CoNLL-U with the engine's own columns: lemma, tags, dependencies, and entities in MISC as <c>NER=B-PER</c>.</summary>
internal static class ConlluText
{
    /// <summary>A report's sentences as tokenised by the engine.</summary>
    public static string Of(string input, LinguisticText read)
    {
        StringBuilder output = new();
        string[] names = ConlluColumns.Names(read);
        output.Append("# newdoc id = ").Append(input).Append('\n');
        int paragraph = -1;
        for (int s = 0; s < read.Sentences.Length; s++)
        {
            Sentence sentence = read.Sentences[s];
            if (sentence.Paragraph != paragraph)
                output.Append("# newpar\n");
            paragraph = sentence.Paragraph;
            output.Append("# sent_id = ").Append(input).Append('-').Append(s + 1).Append('\n');
            output.Append("# text = ").Append(sentence.Span.In(read.Text).ToString().ReplaceLineEndings(" ")).Append('\n');
            for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                bool spaced = i + 1 >= read.Tokens.Length || read.Tokens[i + 1].SpaceBefore;
                Row(output, (i - sentence.FirstToken + 1).ToString(System.Globalization.CultureInfo.InvariantCulture),
                    read.Tokens[i].Span.In(read.Text), read.Tokens[i], sentence, names[i], spaced);
            }

            output.Append('\n');
        }

        return output.ToString();
    }

    /// <summary>A file's own tokens and sentences, with all other columns found anew.</summary>
    public static string Of(ConlluStretch stretch, LanguageEngine engine)
    {
        StringBuilder output = new();
        LinguisticText read = engine.Analyse(stretch.Text, stretch.Tokens, stretch.SentenceEnds);
        string[] names = ConlluColumns.Names(read);
        for (int s = 0; s < stretch.Sentences.Length; s++)
        {
            foreach (string comment in stretch.Sentences[s].Comments)
                output.Append(comment).Append('\n');
            Sentence sentence = read.Sentences[s];
            int at = sentence.FirstToken;
            foreach (ConlluRow row in stretch.Sentences[s].Rows)
            {
                if (row.IsWord)
                {
                    Row(output, row.Id, row.Form, read.Tokens[at], sentence, names[at], row.SpaceAfter);
                    at++;
                }
                else
                {
                    output.Append(row.Id).Append('\t').Append(row.Form).Append("\t_\t_\t_\t_\t_\t_\t_\t").Append(row.SpaceAfter ? "_" : "SpaceAfter=No").Append('\n');
                }
            }

            output.Append('\n');
        }

        return output.ToString();
    }

    private static void Row(StringBuilder output, string id, ReadOnlySpan<char> form, in Token token, in Sentence sentence, string name, bool spaced)
    {
        output.Append(id).Append('\t').Append(form).Append('\t').Append(ConlluColumns.Lemma(token)).Append('\t')
            .Append(ConlluColumns.Upos(token)).Append('\t').Append(ConlluColumns.Xpos(token)).Append("\t_\t")
            .Append(ConlluColumns.Head(token, sentence)).Append('\t').Append(ConlluColumns.Deprel(token))
            .Append("\t_\t").Append("NER=").Append(name);
        if (!spaced)
            output.Append("|SpaceAfter=No");
        output.Append('\n');
    }
}
