using System.Collections.Immutable;
using Stemma.Intake;
using Stemma.Intake.Conllu;

namespace Stemma.Evaluation.Language;

/// <summary>A gold file, parted into its documents, without those that cannot be measured or were not asked for.</summary>
/// <param name="Documents">In file order; the file as one where it does not part them.</param>
/// <param name="Withheld">Ids of documents whose words the corpus may not pass on: they stand as <c>_</c>.</param>
internal sealed record Treebank(ImmutableArray<TreebankDocument> Documents, ImmutableArray<string> Withheld)
{
    /// <param name="genres">Only these; all where empty.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is no CoNLL-U, or broken; the message names it and the line.</exception>
    public static Treebank Read(string path, IReadOnlyCollection<string> genres, Recasing recasing, CancellationToken cancellation)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException($"{path}: no such file");
        IntakeResult intake = new InputReader(Stream.Null).Read([path], cancellation);
        if (intake.Rejected is [var rejected, ..])
            throw new InvalidDataException($"{path}: {rejected.Reason}");
        if (intake.Conllu is not [var file])
            throw new InvalidDataException($"{path}: not CoNLL-U");

        ImmutableArray<TreebankDocument>.Builder documents = ImmutableArray.CreateBuilder<TreebankDocument>();
        ImmutableArray<string>.Builder withheld = ImmutableArray.CreateBuilder<string>();
        foreach (ImmutableArray<ConlluSentence> sentences in Parts(file.Sentences))
        {
            string? id = sentences[0].Comment("newdoc id");
            ImmutableArray<ConlluSentence> chosen = Chosen(sentences, id, genres);
            if (chosen.IsEmpty)
                continue;
            if (IsWithheld(chosen))
                withheld.Add(id ?? "without id");
            else
                documents.Add(new TreebankDocument(id, [.. new ConlluDocument(path, [.. chosen.Select(s => Recaser.Recase(s, recasing))]).Stretches()]));
        }

        return new Treebank(documents.ToImmutable(), withheld.ToImmutable());
    }

    private static ImmutableArray<ConlluSentence> Chosen(ImmutableArray<ConlluSentence> sentences, string? id, IReadOnlyCollection<string> genres) =>
        genres.Count == 0 ? sentences : [.. sentences.Where(s => genres.Contains(Genres.Of(id ?? s.Comment("sent_id"))))];

    private static IEnumerable<ImmutableArray<ConlluSentence>> Parts(ImmutableArray<ConlluSentence> sentences)
    {
        int start = 0;
        for (int i = 1; i <= sentences.Length; i++)
        {
            if (i == sentences.Length || sentences[i].StartsDocument)
            {
                yield return sentences[start..i];
                start = i;
            }
        }
    }

    private static bool IsWithheld(ImmutableArray<ConlluSentence> sentences)
    {
        int words = 0, blanks = 0;
        foreach (ConlluRow word in sentences.SelectMany(s => s.Words))
        {
            words++;
            blanks += word.Form.AsSpan().Trim('_').IsEmpty ? 1 : 0;
        }

        return blanks * 2 > words;
    }
}
