using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Stemma.Stories;

/// <summary>Writes and reads a <see cref="Fingerprint"/> as bytes: 13 a term, 8 a quotation, 9 a word of the headline, little-endian.</summary>
internal static class FingerprintForm
{
    private const byte Version = 1;
    private const int Head = 1 + 9 + 2 + 2 + 2;

    public static ImmutableArray<byte> Write(Fingerprint fingerprint)
    {
        ImmutableArray<HeadlineWord> words = fingerprint.Headline.Words;
        byte[] bytes = new byte[Head + 13 * fingerprint.Terms.Length + 8 * fingerprint.Quotes.Length + 9 * words.Length];
        Span<byte> at = bytes;
        at[0] = Version;
        at[1] = fingerprint.Published is null ? (byte)0 : (byte)1;
        BinaryPrimitives.WriteInt64LittleEndian(at[2..], fingerprint.Published?.UtcTicks ?? 0);
        BinaryPrimitives.WriteUInt16LittleEndian(at[10..], checked((ushort)fingerprint.Terms.Length));
        BinaryPrimitives.WriteUInt16LittleEndian(at[12..], checked((ushort)fingerprint.Quotes.Length));
        BinaryPrimitives.WriteUInt16LittleEndian(at[14..], checked((ushort)words.Length));
        at = at[Head..];
        foreach (Term term in fingerprint.Terms)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(at, term.Id);
            BinaryPrimitives.WriteSingleLittleEndian(at[8..], term.Weight);
            at[12] = (byte)term.Traits;
            at = at[13..];
        }

        foreach (ulong quote in fingerprint.Quotes)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(at, quote);
            at = at[8..];
        }

        foreach (HeadlineWord word in words)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(at, word.Id);
            at[8] = (byte)word.Role;
            at = at[9..];
        }

        return System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(bytes);
    }

    /// <exception cref="InvalidDataException">The bytes are damaged or of another version.</exception>
    public static Fingerprint Read(ReadOnlySpan<byte> at)
    {
        if (at.Length < Head || at[0] != Version)
            throw new InvalidDataException("What grouping kept of a report is damaged or of another version.");
        DateTimeOffset? published = at[1] == 0 ? null : new DateTimeOffset(BinaryPrimitives.ReadInt64LittleEndian(at[2..]), TimeSpan.Zero);
        Term[] terms = new Term[BinaryPrimitives.ReadUInt16LittleEndian(at[10..])];
        ulong[] quotes = new ulong[BinaryPrimitives.ReadUInt16LittleEndian(at[12..])];
        HeadlineWord[] words = new HeadlineWord[BinaryPrimitives.ReadUInt16LittleEndian(at[14..])];
        at = at[Head..];
        if (at.Length != 13 * terms.Length + 8 * quotes.Length + 9 * words.Length)
            throw new InvalidDataException("What grouping kept of a report is cut short.");
        for (int i = 0; i < terms.Length; i++, at = at[13..])
            terms[i] = new Term(BinaryPrimitives.ReadUInt64LittleEndian(at), BinaryPrimitives.ReadSingleLittleEndian(at[8..]), (TermTraits)at[12]);
        for (int i = 0; i < quotes.Length; i++, at = at[8..])
            quotes[i] = BinaryPrimitives.ReadUInt64LittleEndian(at);
        for (int i = 0; i < words.Length; i++, at = at[9..])
            words[i] = new HeadlineWord(BinaryPrimitives.ReadUInt64LittleEndian(at), (HeadlineRole)at[8]);
        return new Fingerprint([.. terms], [.. quotes], published, new HeadlineShape([.. words]));
    }
}
