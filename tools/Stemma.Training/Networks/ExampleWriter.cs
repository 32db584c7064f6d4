using System.Globalization;
using Stemma.Language.Names;
using Stemma.Language.Networks;
using Stemma.Language.Tagging;
using Stemma.Text;

namespace Stemma.Training.Networks;

/// <summary>Writes gold sentences as the network's trainer (<c>tools/Stemma.Training/Torch</c>) reads them: the engine's own features, and the labels.</summary>
/// <remarks>
/// A line a token: hash of the folded word, rows of the other tables, what the word lists know of it, Penn tag, universal tag, head (0: root, -1: none), relation, name label (0 throughout where names are not marked); a blank
/// line ends a sentence. A sentence that starts with <c># copy</c> is one with other capitals.
/// </remarks>
internal static class ExampleWriter
{
    private const int Seed = 3;

    /// <param name="every">One sentence in this many gets a copy in capitals, one in small letters, as a headline, with a capital lead; 0: none.</param>
    public static void Write(string output, int every, IReadOnlyList<string> corpora)
    {
        using StreamWriter writer = new(output);
        Random random = new(Seed);
        NameLexicon lexicon = new();
        foreach (string corpus in corpora)
        {
            List<GoldSentence> gold = [.. Conllu.Read(corpus).Where(s => !s.IsWithheld)];
            List<TrainingSentence> sentences = every == 0 ? [.. gold.Select(TrainingSentence.Of)] : TrainingSentence.WithCaseCopies(gold, every, random);
            GoldWord[]? last = null;
            foreach (TrainingSentence sentence in sentences)
            {
                Write(writer, sentence, lexicon, ReferenceEquals(last, sentence.Words));
                last = sentence.Words;
            }

            Console.WriteLine(FormattableString.Invariant($"{corpus}: {gold.Count} sentences, {sentences.Count} with case copies"));
        }
    }

    /// <summary>The same for sentences with the names that another program found (<see cref="SilverNames"/>).</summary>
    public static void WriteSilver(string output, string texts, string layers)
    {
        using StreamWriter writer = new(output);
        NameLexicon lexicon = new();
        int count = 0;
        foreach (TrainingSentence sentence in SilverNames.Read(texts, layers))
        {
            Write(writer, sentence, lexicon, copy: false);
            count++;
        }

        Console.WriteLine($"{layers}: {count} sentences");
    }

    private static void Write(StreamWriter writer, TrainingSentence sentence, NameLexicon lexicon, bool copy)
    {
        if (copy)
            writer.WriteLine("# copy");
        WordForm[] forms = new WordForm[sentence.Spans.Length];
        WordForm.Fill(sentence.Text, sentence.Spans, forms);
        NameCues[] cues = new NameCues[forms.Length];
        lexicon.Fill(sentence.Text, sentence.Spans, SentenceCases.Of(sentence.Text, sentence.Spans) == SentenceCase.Upper, cues);
        int[] names = GoldNames.LabelsOf(sentence.Words);
        Span<int> rows = stackalloc int[TokenRows.TableSizes.Length];
        for (int i = 0; i < forms.Length; i++)
        {
            GoldWord gold = sentence.Words[i];
            TokenRows.Fill(forms[i], rows);
            writer.Write(forms[i].Word.ToString("x16", CultureInfo.InvariantCulture));
            foreach (int row in rows)
                writer.Write(FormattableString.Invariant($"\t{row}"));
            writer.Write(FormattableString.Invariant($"\t{(uint)cues[i]}"));
            writer.WriteLine(FormattableString.Invariant($"\t{gold.Xpos}\t{gold.Upos}\t{gold.Head}\t{gold.Deprel}\t{names[i]}"));
        }

        writer.WriteLine();
    }

    /// <summary>Writes <c>hash TAB word</c> for each line's first cell: which word of a list of vectors has which hash.</summary>
    public static void WriteHashes(string words, string output)
    {
        using StreamWriter writer = new(output);
        foreach (string line in File.ReadLines(words))
        {
            string word = line.Split(' ')[0];
            if (word.Length == 0)
                continue;
            writer.WriteLine(FormattableString.Invariant($"{WordForm.HashOf(word, new TextSpan(0, word.Length)):x16}\t{word}"));
        }
    }
}
