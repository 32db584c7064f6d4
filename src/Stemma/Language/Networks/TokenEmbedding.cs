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

    /// <summary>Whether the projection takes vectors of such a width.</summary>
    public bool Takes(WordVectors vectors) => project.Inputs == vectors.Size;

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

    /// <param name="vectors">Of as many numbers as the projection takes.</param>
    /// <param name="work">Its vectors and gates are overwritten.</param>
    /// <param name="x">Receives rows of <see cref="Size"/>.</param>
    public void Fill(ReadOnlySpan<WordForm> forms, WordVectors vectors, Workspace work, Span<float> x)
    {
        EmbeddingMemory memory = work.Memory(this);
        ReadOnlySpan<int> missed = memory.Recall(forms, x);
        Span<float> known = work.Vectors(missed.Length, vectors.Size), fresh = work.Gates(missed.Length, Size);
        for (int i = 0; i < missed.Length; i++)
            vectors.Write(known[(i * vectors.Size)..], vectors.Find(forms[missed[i]].Word));
        project.Apply(known, vectors.Size, missed.Length, fresh);
        Span<int> rows = stackalloc int[TokenRows.TableSizes.Length];
        for (int i = 0; i < missed.Length; i++)
        {
            ref readonly WordForm form = ref forms[missed[i]];
            Span<float> own = fresh.Slice(i * Size, Size);
            words.AddTo(own, wordRows.Find(form.Word));
            TokenRows.Fill(form, rows);
            for (int t = 0; t < tables.Length; t++)
                tables[t].AddTo(own, rows[t]);
            own.CopyTo(x[(missed[i] * Size)..]);
            memory.Keep(form, own);
        }
    }
}
