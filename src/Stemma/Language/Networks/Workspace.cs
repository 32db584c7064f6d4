namespace Stemma.Language.Networks;

/// <summary>Buffers of one analysis at a time, so that reading a report allocates nothing a token. Not safe from many threads.</summary>
internal sealed class Workspace
{
    private readonly float[][] buffers = [[], [], [], [], [], [], [], [], [], []];
    private readonly Dictionary<TokenEmbedding, EmbeddingMemory> memories = [];
    private byte[] paths = [];

    public Span<float> Vectors(int rows, int width) => Get(0, rows, width);

    public Span<float> State(int rows, int width) => Get(1, rows, width);

    public Span<float> Normal(int rows, int width) => Get(2, rows, width);

    public Span<float> Gates(int rows, int width) => Get(3, rows, width);

    public Span<float> Dependents(int rows, int width) => Get(4, rows, width);

    public Span<float> Heads(int rows, int width) => Get(5, rows, width);

    public Span<float> Packed(int rows, int width) => Get(6, rows, width);

    public Span<float> Scores(int rows, int width) => Get(7, rows, width);

    public Span<float> Bias(int rows, int width) => Get(8, rows, width);

    public Span<float> Names(int rows, int width) => Get(9, rows, width);

    /// <summary>Room for the paths of a search over labels.</summary>
    public Span<byte> Paths(int rows, int labels)
    {
        if (paths.Length < rows * labels)
            paths = new byte[2 * rows * labels];
        return paths.AsSpan(0, rows * labels);
    }

    /// <summary>What is kept of the words that <paramref name="embedding"/> filled in.</summary>
    public EmbeddingMemory Memory(TokenEmbedding embedding)
    {
        if (!memories.TryGetValue(embedding, out EmbeddingMemory? memory))
            memories.Add(embedding, memory = new EmbeddingMemory(embedding.Size));
        return memory;
    }

    public TreeDecoder Trees { get; } = new();

    private Span<float> Get(int buffer, int rows, int width)
    {
        // A sentence in the middle of the rows is also read in whole tiles, up to one past the last.
        int length = (LinearMap.Padded(rows) + LinearMap.RowTile) * width;
        if (buffers[buffer].Length < length)
            buffers[buffer] = new float[Math.Max(length, 2 * buffers[buffer].Length)];
        return buffers[buffer].AsSpan(0, length);
    }
}
