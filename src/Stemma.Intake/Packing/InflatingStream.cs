using System.IO.Compression;

namespace Stemma.Intake.Packing;

/// <summary>Unpacks gzip (RFC 1952), member by member, and stops at a bomb: output far beyond what text ever packs to.</summary>
/// <remarks>Members one after another are read as one, as gzip has it; where each begins is known, so that reading can go on there another time.</remarks>
/// <param name="offset">Where in its file <paramref name="packed"/> begins, in bytes.</param>
internal sealed class InflatingStream(Stream packed, long offset = 0) : ReadOnlyStream
{
    private readonly PackedWindow window = new(packed, offset);

    /// <summary>Where members begin that may still be asked for, oldest first.</summary>
    private readonly List<(long Unpacked, long Packed)> members = [];

    private int oldest;

    private DeflateStream? member;
    private Crc32 checksum;
    private long memberBytes;
    private long produced;
    private bool any;

    /// <summary>Whether <see cref="MemberOf"/> will be asked; where it will not, nothing is kept for it.</summary>
    public bool TracksMembers { get; set; } = true;

    /// <summary>How many bytes have come out so far.</summary>
    public long Produced => produced;

    /// <exception cref="InputRejectedException">The data is broken, or a bomb.</exception>
    public override int Read(Span<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            if (member is null && !Open())
                return 0;
            int count;
            try
            {
                count = member!.Read(buffer);
            }
            catch (InvalidDataException)
            {
                throw Broken();
            }

            if (count == 0)
            {
                EndMember();
                continue;
            }

            checksum.Add(buffer[..count]);
            memberBytes += count;
            produced += count;
            if (produced > IntakeLimits.InflationGrace && produced / IntakeLimits.MaxInflation > window.Offset - offset)
                throw new InputRejectedException("a gzip file that unpacks to more than any text does: taken for a bomb");
            return count;
        }

        return 0;
    }

    /// <summary>Where in its file the next packed byte stands.</summary>
    public long PackedOffset => window.Offset;

    /// <summary>The member that holds an unpacked byte: where it begins in the file, and how far into it the byte stands.</summary>
    /// <remarks>Ask in rising order only: members before the answer are forgotten.</remarks>
    /// <param name="unpacked">Counted from where this stream begins; at most <see cref="Produced"/>.</param>
    public (long Member, long Within) MemberOf(long unpacked)
    {
        if (unpacked >= produced && member is null)
            return (window.Offset, 0);
        while (oldest + 1 < members.Count && members[oldest + 1].Unpacked <= unpacked)
            oldest++;
        if (oldest > 1024)
        {
            members.RemoveRange(0, oldest);
            oldest = 0;
        }

        (long start, long at) = members.Count > 0 ? members[oldest] : (0, offset);
        return (at, unpacked - start);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            member?.Dispose();
        base.Dispose(disposing);
    }

    private bool Open()
    {
        long start = window.Offset;
        int first = window.Next();
        while (any && first == 0)
            first = window.Next(); // zeros that fill up the block of a tape or an archive
        if (first < 0)
            return any ? false : throw Broken();
        if (first != 0x1F || window.Next() != 0x8B)
            throw any ? new InputRejectedException("a gzip file with other data behind its end") : Broken();
        if (window.Next() != 8)
            throw Broken();
        int flags = window.Next();
        Skip(6);
        if ((flags & 4) != 0)
            Skip(Byte() + (Byte() << 8));
        for (int texts = (flags & 8) / 8 + (flags & 16) / 16; texts > 0; texts--)
        {
            while (Byte() != 0)
            {
                if (window.Offset - start > IntakeLimits.SniffBytes)
                    throw Broken(); // a name without end
            }
        }

        Skip((flags & 2) != 0 ? 2 : 0);
        (any, checksum, memberBytes) = (true, default, 0);
        if (TracksMembers)
            members.Add((produced, start));
        else
            members.Clear();
        member = new DeflateStream(window, CompressionMode.Decompress, leaveOpen: true);
        return true;
    }

    private void EndMember()
    {
        member!.Dispose();
        member = null;
        if (!window.SkipTrailer(checksum.Value, memberBytes))
            throw Broken();
    }

    private int Byte() => window.Next() is >= 0 and int next ? next : throw Broken();

    private void Skip(int count)
    {
        for (int i = 0; i < count; i++)
            Byte();
    }

    private static InputRejectedException Broken() => new("a broken gzip file, damaged or cut short");
}
