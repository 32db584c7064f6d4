using Stemma.Language.Tagging;

namespace Stemma.Language.Networks;

/// <summary>Embeddings of the words lately read: news repeats its words, and what an embedding knows of one does not depend on its neighbours.</summary>
/// <remarks>A slot a hash, the newer word evicts the older. What is kept is what would be computed, to the bit. Not safe from many threads.</remarks>
internal sealed class EmbeddingMemory(int size)
{
    /// <summary>4 MB at 128 numbers a word.</summary>
    private const int Slots = 8192;

    private readonly WordForm[] words = new WordForm[Slots];
    private readonly float[] rows = new float[Slots * size];
    private int[] missed = [];

    /// <summary>Copies what is kept.</summary>
    /// <param name="x">Rows of this memory's size, one a form.</param>
    /// <returns>The indices of the forms that must be computed; valid until the next call.</returns>
    public ReadOnlySpan<int> Recall(ReadOnlySpan<WordForm> forms, Span<float> x)
    {
        if (missed.Length < forms.Length)
            missed = new int[forms.Length];
        int count = 0;
        for (int i = 0; i < forms.Length; i++)
        {
            int slot = Slot(forms[i]);
            if (words[slot] == forms[i])
                rows.AsSpan(slot * size, size).CopyTo(x[(i * size)..]);
            else
                missed[count++] = i;
        }

        return missed.AsSpan(0, count);
    }

    public void Keep(in WordForm form, ReadOnlySpan<float> row)
    {
        int slot = Slot(form);
        words[slot] = form;
        row[..size].CopyTo(rows.AsSpan(slot * size));
    }

    private static int Slot(in WordForm form) => (int)(unchecked((form.Word ^ form.Shape) * 0x9E3779B97F4A7C15) >> 51);
}
