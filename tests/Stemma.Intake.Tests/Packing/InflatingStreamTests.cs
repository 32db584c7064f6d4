using Stemma.Intake.Packing;
using Stemma.Intake.Tests.Archives;

namespace Stemma.Intake.Tests.Packing;

public sealed class InflatingStreamTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Members_of_any_size_come_out_whole_and_their_beginnings_are_known(int seed)
    {
        Random random = new(seed);
        List<byte> packed = [], plain = [];
        List<(long Unpacked, long Packed)> starts = [];
        for (int i = 0; i < 60; i++)
        {
            byte[] part = new byte[random.Next(0, random.Next(2) == 0 ? 20 : 40_000)];
            if (random.Next(2) == 0)
                random.NextBytes(part); // does not pack
            starts.Add((plain.Count, packed.Count));
            plain.AddRange(part);
            packed.AddRange(WarcFile.Packed(part));
        }

        InflatingStream stream = new(PieceStream.Cut([.. packed], random.Next(1, 9000)), 1000);
        MemoryStream read = new();
        byte[] buffer = new byte[777];
        int count;
        while ((count = stream.Read(buffer.AsSpan(0, random.Next(1, buffer.Length)))) > 0)
            read.Write(buffer, 0, count);
        Assert.Equal(plain, read.ToArray());
        foreach ((long at, long member) in starts.Where((s, i) => i + 1 == starts.Count || starts[i + 1].Unpacked > s.Unpacked))
        {
            if (at < plain.Count)
                Assert.Equal((member + 1000, 0), stream.MemberOf(at));
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-9)]
    [InlineData(-30)]
    public void A_file_cut_short_anywhere_is_broken(int cut)
    {
        byte[] packed = WarcFile.Packed([.. Enumerable.Range(0, 5000).Select(i => (byte)(i * i % 256))]);
        Assert.Throws<InputRejectedException>(() => new InflatingStream(new MemoryStream(packed[..^-cut])).CopyTo(Stream.Null));
    }

    [Fact]
    public void A_byte_changed_in_the_data_or_the_checksum_is_seen()
    {
        byte[] packed = WarcFile.Packed([.. Enumerable.Range(0, 5000).Select(i => (byte)(i / 7 % 256))]);
        packed[^6] ^= 1;
        Assert.Throws<InputRejectedException>(() => new InflatingStream(new MemoryStream(packed)).CopyTo(Stream.Null));
    }

    [Fact]
    public void Zeros_behind_the_end_are_padding_and_anything_else_is_told()
    {
        byte[] packed = WarcFile.Packed("abc"u8.ToArray());
        new InflatingStream(new MemoryStream([.. packed, 0, 0, 0])).CopyTo(Stream.Null);
        InputRejectedException e = Assert.Throws<InputRejectedException>(() => new InflatingStream(new MemoryStream([.. packed, 1, 2, 3])).CopyTo(Stream.Null));
        Assert.Equal("a gzip file with other data behind its end", e.Message);
    }

    [Fact]
    public void The_checksum_is_that_of_the_standard()
    {
        Crc32 sum = default;
        sum.Add("1234"u8);
        sum.Add("56789"u8);
        Assert.Equal(0xCBF43926u, sum.Value); // the check value of CRC-32 for "123456789"
    }
}
