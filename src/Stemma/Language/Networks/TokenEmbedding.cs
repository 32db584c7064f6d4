using Stemma.Language.Tagging;

namespace Stemma.Language.Networks;

/// <summary>What a network knows of a token before its neighbours: projected word vector, a trained row for words of the training texts, affixes, shape.</summary>
internal sealed class TokenEmbedding
{
    private readonly LinearMap project;
    private readonly HashRows wordRows;
    private readonly EmbeddingTable words;
    private readonly EmbeddingTable[] tables;

    private TokenEmbedding(LinearMap project, HashRows wordRows, EmbeddingTable words, EmbeddingTable[] tables) =>
        (this.project, this.wordRows, this.words, this.tables) = (project, wordRows, words, tables);

    /// <summary>Numbers a token.</summary>
    public int Size => project.Outputs;

    /// <param name="reader">At the projection; then the hashes of the trained words, their rows (row 0: any other word), the tables of <see cref="TokenRows"/>.</param>
    public static TokenEmbedding Read(BinaryReader reader)
    {
        LinearMap project = NetworkReader.Map(reader);
        HashRows hashes = HashRows.Read(reader);
        EmbeddingTable words = EmbeddingTable.Read(reader);
        EmbeddingTable[] tables = new EmbeddingTable[TokenRows.TableSizes.Length];
        for (int i = 0; i < tables.Length; i++)
            tables[i] = EmbeddingTable.Read(reader);
        if (project.Width != project.Outputs || words.Rows != hashes.Count + 1)
            throw new InvalidDataException("The word tables of a model contradict each other. Make the model again as src/Stemma/Language/MODEL.md tells.");
        return new TokenEmbedding(project, hashes, words, tables);
    }

    /// <param name="vectors">The words' vectors, rows of <see cref="LinearMap.Inputs"/> numbers, as <see cref="WordVectors"/> gives them.</param>
    /// <param name="x">Receives rows of <see cref="Size"/>.</param>
    public void Fill(ReadOnlySpan<WordForm> forms, ReadOnlySpan<float> vectors, Span<float> x)
    {
        project.Apply(vectors, project.Inputs, forms.Length, x);
        Span<int> rows = stackalloc int[TokenRows.TableSizes.Length];
        for (int i = 0; i < forms.Length; i++)
        {
            Span<float> own = x.Slice(i * Size, Size);
            words.AddTo(own, wordRows.Find(forms[i].Word));
            TokenRows.Fill(forms[i], rows);
            for (int t = 0; t < tables.Length; t++)
                tables[t].AddTo(own, rows[t]);
        }
    }
}
