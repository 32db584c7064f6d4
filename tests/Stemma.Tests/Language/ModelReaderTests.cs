using Stemma.Language.Coreference;
using Stemma.Language.Models;
using Stemma.Language.Networks;
using Stemma.Text;

namespace Stemma.Tests.Language;

public sealed class ModelReaderTests
{
    private const string Name = SyntaxNetwork.File;

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(20)]
    [InlineData(50_000)]
    public void A_truncated_model_is_refused_by_name_with_the_remedy(int length)
    {
        InvalidDataException refused = Assert.Throws<InvalidDataException>(() => ModelReader.Open(new MemoryStream(Bytes()[..length]), Name, SyntaxNetwork.Kind, SyntaxNetwork.Version));
        Assert.Contains(Name, refused.Message, StringComparison.Ordinal);
        Assert.Contains("MODEL.md", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_model_is_refused()
    {
        byte[] bytes = Bytes();
        bytes[^100] ^= 1;
        Assert.Throws<InvalidDataException>(() => ModelReader.Open(new MemoryStream(bytes), Name, SyntaxNetwork.Kind, SyntaxNetwork.Version));
    }

    [Fact]
    public void Whatever_byte_of_the_head_is_damaged_or_missing_the_model_is_refused_and_nothing_else_happens()
    {
        // Magic, kind, version, packed or not, length, hash: the part that no hash covers.
        byte[] bytes = Bytes();
        int packed = ModelReader.Magic.Length + 1 + SyntaxNetwork.Kind.Length + 4;
        int head = packed + 1 + 4 + 8;
        for (int i = 0; i < head; i++)
        {
            foreach (byte flip in (ReadOnlySpan<byte>)[0x01, 0x40, 0x80, 0xFF])
            {
                bytes[i] ^= flip;
                InvalidDataException refused = Assert.Throws<InvalidDataException>(() => Load(bytes));
                Assert.Contains(Name, refused.Message, StringComparison.Ordinal);
                bytes[i] ^= flip;
            }

            Assert.Throws<InvalidDataException>(() => ModelReader.Open(new MemoryStream(bytes, 0, i), Name, SyntaxNetwork.Kind, SyntaxNetwork.Version));
        }
    }

    [Fact]
    public void A_packed_model_that_says_it_is_not_is_refused_by_name()
    {
        byte[] bytes = Bytes(ReferenceModel.File);
        int packed = ModelReader.Magic.Length + 1 + ReferenceModel.Kind.Length + 4;
        Assert.Equal(1, bytes[packed]);
        bytes[packed] = 0;
        InvalidDataException refused = Assert.Throws<InvalidDataException>(
            () => ModelReader.Load(new MemoryStream(bytes), ReferenceModel.File, ReferenceModel.Kind, ReferenceModel.Version, ReferenceModel.Read));
        Assert.Contains(ReferenceModel.File, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_payload_that_is_longer_than_what_is_read_is_refused_by_name()
    {
        InvalidDataException refused = Assert.Throws<InvalidDataException>(
            () => ModelReader.Load(new MemoryStream(Bytes()), Name, SyntaxNetwork.Kind, SyntaxNetwork.Version, reader => reader.ReadByte()));
        Assert.Contains(Name, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_data_file_that_the_build_left_out_is_named_with_the_remedy()
    {
        InvalidDataException refused = Assert.Throws<InvalidDataException>(() => ModelReader.Load("Language/Nowhere.model.bin", SyntaxNetwork.Kind, SyntaxNetwork.Version, SyntaxNetwork.Read));
        Assert.Contains("Language/Nowhere.model.bin", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Build it again", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_of_another_version_is_refused_with_both_versions()
    {
        InvalidDataException refused = Assert.Throws<InvalidDataException>(
            () => ModelReader.Open(new MemoryStream(Bytes()), Name, SyntaxNetwork.Kind, SyntaxNetwork.Version + 1));
        Assert.Contains(FormattableString.Invariant($"version {SyntaxNetwork.Version + 1}"), refused.Message, StringComparison.Ordinal);
    }

    private static SyntaxNetwork Load(byte[] bytes) =>
        ModelReader.Load(new MemoryStream(bytes), Name, SyntaxNetwork.Kind, SyntaxNetwork.Version, SyntaxNetwork.Read);

    private static byte[] Bytes(string name = Name)
    {
        using Stream stream = Resources.Open(name);
        MemoryStream copy = new();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
