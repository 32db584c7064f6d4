using System.Collections.Immutable;
using Stemma.Language;

namespace Stemma.Evaluation.Mentions;

/// <summary>Measures on GUM's coreference whom pronouns and names stand for.</summary>
/// <remarks>
/// Asked is every mention of a person (GUM's kind "person") that is a personal pronoun or a name (a proper noun at its head, no article), and whose
/// chain has an earlier mention of any form, name, noun or pronoun. "who" and "whom", which GUM puts in no chain, are asked where the enhanced
/// dependencies tell their referent and that stands in a person's mention. Tokens, sentences and paragraphs are gold; tags, dependencies and names
/// are ours. A mention counts as resolved where ours points to another phrase, and as right where the smallest mention of gold around the head word
/// of that phrase is of the same chain ("who": around its referent). For a name, that phrase is the nearest earlier mention of what ours joins it to.
/// A mention that ours did not see counts as unresolved.
/// </remarks>
public sealed class MentionsEvaluation
{
    public static readonly EvaluationTask Task = new("mentions", "Pronouns and names of people: whom they stand for, over GUM's coreference.");

    private readonly LanguageEngine engine = new();
    private readonly ReferenceResolver resolver = new();

    /// <param name="path">GUM's CoNLL-U, gzipped or not.</param>
    /// <param name="genres">Only documents of these genres; empty for all.</param>
    /// <param name="misses">Where wrong and missing answers are listed, or null.</param>
    /// <exception cref="InvalidDataException">A line has not ten columns.</exception>
    public MentionsScore Run(string path, ImmutableHashSet<string> genres, TextWriter? misses, CancellationToken cancellation)
    {
        ImmutableArray<MentionAnswer>.Builder answers = ImmutableArray.CreateBuilder<MentionAnswer>();
        int documents = 0;
        foreach (GumDocument document in GumReader.Read(path, genres))
        {
            cancellation.ThrowIfCancellationRequested();
            References references = resolver.Resolve(engine.Analyse(document.Text, document.Tokens, document.SentenceEnds));
            answers.AddRange(Answers(document, references, documents++, misses));
        }

        return new MentionsScore(documents, answers.ToImmutable());
    }

    /// <param name="index">Number of the document, from 0.</param>
    internal static IEnumerable<MentionAnswer> Answers(GumDocument document, References references, int index, TextWriter? misses)
    {
        MentionQuestions questions = new(document);
        return questions.All().Select(question => Answer(question, questions, index, references, document, misses));
    }

    private static MentionAnswer Answer(
        MentionQuestion question, MentionQuestions questions, int index, References references, GumDocument document, TextWriter? misses)
    {
        int antecedent = -1;
        foreach (int word in question.Words)
            antecedent = Math.Max(antecedent, references.Antecedent(word));
        bool right = antecedent >= 0 && questions.Around(antecedent) is { } around && question.Right.Contains(around);
        bool? named = question.Kind == MentionKind.HeOrShe && !question.Names.IsEmpty
            ? references.Name(question.Words[0]) is { } name && question.Names.Any(n => name.Span.Start < document.Tokens[n.End - 1].End && name.Span.End > document.Tokens[n.First].Start)
            : null;
        if (misses is not null && (question.IsAsked ? !right || named == false : antecedent >= 0))
        {
            string context = document.Text[Math.Max(0, document.Tokens[question.Words[0]].Start - 150)..document.Tokens[question.Words[0]].Start].ReplaceLineEndings(" ");
            string answer = antecedent < 0 ? "nobody" : $"{document.Tokens[antecedent].In(document.Text)} at word {antecedent}{(right ? ", rightly" : "")}";
            if (named == false)
                answer += $", {references.Name(question.Words[0])?.Name ?? "without a name"} for {document.Text[document.Tokens[question.Names[0].First].Start..document.Tokens[question.Names[0].End - 1].End]}";
            misses.WriteLine($"{document.Id} {question.Kind} {(question.IsAsked ? "" : "(new) ")}…{context}[{document.Words[question.Words[0]].Lower}] -> {answer}");
        }

        return new MentionAnswer(index, question.Kind, question.IsAsked, antecedent >= 0, right, named, references.Name(question.Words[0]) is not null);
    }
}
