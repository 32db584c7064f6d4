using System.Collections.Frozen;

namespace Stemma.Language.Tagging;

/// <summary>For each form that training saw often enough, the set of tags it had, as one number.</summary>
/// <remarks>Lets the tagger look ahead: what the next word can be is known before it is tagged.</remarks>
internal sealed class WordClasses(FrozenDictionary<ulong, ulong> classes)
{
    /// <returns>0 for an unknown form.</returns>
    public ulong Find(ulong word) => classes.TryGetValue(word, out ulong found) ? found : 0;

    public static WordClasses Read(BinaryReader reader)
    {
        int count = reader.ReadInt32();
        Dictionary<ulong, ulong> classes = new(count);
        for (int i = 0; i < count; i++)
            classes.Add(reader.ReadUInt64(), reader.ReadUInt64());
        return new WordClasses(classes.ToFrozenDictionary());
    }
}
