using Stemma.Language.Models;

namespace Stemma.Language.Networks;

/// <summary>Word vectors: which words keep like company in a large body of news and encyclopedia text (GloVe, Pennington et al. 2014).</summary>
/// <remarks>Looked up by the hash of the folded word. Immutable; safe from many threads.</remarks>
internal sealed class WordVectors
{
    public const string File = "Language/Vectors.en.model.bin";
    public const string Kind = "vectors";
    public const int Version = 1;

    /// <summary>Row of a word that has no vector: all zeros.</summary>
    public const int Unknown = 0;

    private readonly HashRows rows;
    private readonly EmbeddingTable table;

    private WordVectors(HashRows rows, EmbeddingTable table) => (this.rows, this.table) = (rows, table);

    /// <summary>Numbers in a vector.</summary>
    public int Size => table.Size;

    /// <param name="reader">The payload of a model file: hashes, rising; then the table, row 0 for the unknown word, then a row a hash.</param>
    public static WordVectors Read(BinaryReader reader) => new(HashRows.Read(reader), EmbeddingTable.Read(reader));

    /// <exception cref="InvalidDataException">The model file is damaged or of another version; the message names it and the remedy.</exception>
    public static WordVectors Load() => ModelReader.Load(File, Kind, Version, Read);

    /// <param name="word">Hash of the folded word (<c>WordForm.Word</c>).</param>
    /// <returns>The word's row, or <see cref="Unknown"/>.</returns>
    public int Find(ulong word) => rows.Find(word);

    /// <param name="target">Receives <see cref="Size"/> numbers.</param>
    public void Write(Span<float> target, int row) => table.Write(target[..Size], row);
}
