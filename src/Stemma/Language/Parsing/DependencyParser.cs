using Stemma.Language.Models;

namespace Stemma.Language.Parsing;

/// <summary>Gives every token its head and relation (basic Universal Dependencies).</summary>
/// <remarks>Safe to call from many threads at once.</remarks>
internal sealed class DependencyParser
{
    private readonly TransitionParser parser;

    /// <exception cref="InvalidDataException">The model file is damaged or of another version; the message names it and the remedy.</exception>
    public DependencyParser()
    {
        using BinaryReader model = ModelReader.Open("Language/Parser.en.model.bin", TransitionParser.Kind, TransitionParser.Version);
        parser = new TransitionParser(ParserModel.Read(model));
    }

    /// <summary>Fills <see cref="Token.Head"/> and <see cref="Token.Deprel"/> of all tokens of a report.</summary>
    /// <param name="tokens">Tagged tokens; replaced in place.</param>
    public void Attach(string text, Span<Token> tokens, IEnumerable<Sentence> sentences)
    {
        ParserState state = new();
        foreach (Sentence sentence in sentences)
        {
            Span<Token> words = tokens[sentence.FirstToken..sentence.EndToken];
            state.Reset(words.Length);
            for (int i = 0; i < words.Length; i++)
                state.Words[i] = ParserWord.Of(words[i].Span.In(text), words[i].Xpos, words[i].Upos);
            parser.Parse(state);
            for (int i = 0; i < words.Length; i++)
            {
                int head = state.Heads[i];
                words[i] = words[i] with
                {
                    Head = head == words.Length ? -1 : sentence.FirstToken + head,
                    Deprel = parser.Model.LabelNames[state.Labels[i]],
                };
            }
        }
    }
}
