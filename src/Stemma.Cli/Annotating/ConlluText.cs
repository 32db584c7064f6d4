using System.Text;
using Stemma.Intake.Conllu;
using Stemma.Language;
using Stemma.Text;

namespace Stemma.Cli.Annotating;

/// <summary>Prints CoNLL-U with the engine's own columns: lemma, tags, dependencies, and entities in MISC as <c>NER=B-PER</c>.</summary>
internal static class ConlluText
{
    /// <summary>Sentences read at once where a file does not part its documents.</summary>
    private const int Stretch = 500;

    /// <summary>A report's sentences as tokenised by the engine.</summary>
    public static string Of(string input, LinguisticText read)
    {
        StringBuilder output = new();
        string[] names = Names(read);
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
    public static string Of(ConlluDocument document, LanguageEngine engine)
    {
        StringBuilder output = new();
        List<ConlluSentence> stretch = [];
        foreach (ConlluSentence sentence in document.Sentences)
        {
            bool parts = sentence.Comments.Any(c => c.StartsWith("# newdoc", StringComparison.Ordinal));
            if (stretch.Count > 0 && (parts || stretch.Count == Stretch))
            {
                Write(output, stretch, engine);
                stretch.Clear();
            }

            stretch.Add(sentence);
        }

        Write(output, stretch, engine);
        return output.ToString();
    }

    private static void Write(StringBuilder output, List<ConlluSentence> sentences, LanguageEngine engine)
    {
        StringBuilder text = new();
        List<TextSpan> tokens = [];
        List<int> ends = [];
        foreach (ConlluSentence sentence in sentences)
        {
            foreach (ConlluRow word in sentence.Words)
            {
                tokens.Add(new TextSpan(text.Length, text.Length + word.Form.Length));
                text.Append(word.Form);
                if (word.SpaceAfter)
                    text.Append(' ');
            }

            ends.Add(tokens.Count);
        }

        LinguisticText read = engine.Analyse(text.ToString(), tokens, ends);
        string[] names = Names(read);
        for (int s = 0; s < sentences.Count; s++)
        {
            foreach (string comment in sentences[s].Comments)
                output.Append(comment).Append('\n');
            Sentence sentence = read.Sentences[s];
            int at = sentence.FirstToken;
            foreach (ConlluRow row in sentences[s].Rows)
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
    }

    private static void Row(StringBuilder output, string id, ReadOnlySpan<char> form, Token token, Sentence sentence, string name, bool spaced)
    {
        output.Append(id).Append('\t').Append(form).Append('\t').Append(Or(token.Lemma)).Append('\t')
            .Append(token.Upos.ToString().ToUpperInvariant()).Append('\t').Append(Or(token.Xpos)).Append("\t_\t");
        if (token.Deprel.Length == 0)
            output.Append("_\t_");
        else
            output.Append(token.Head < 0 ? 0 : token.Head - sentence.FirstToken + 1).Append('\t').Append(token.Deprel);
        output.Append("\t_\t").Append("NER=").Append(name);
        if (!spaced)
            output.Append("|SpaceAfter=No");
        output.Append('\n');
    }

    private static string Or(string value) => value.Length == 0 ? "_" : value;

    /// <summary>One tag a token: <c>B-PER</c>, <c>I-PER</c>, <c>O</c>.</summary>
    private static string[] Names(LinguisticText read)
    {
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
}
