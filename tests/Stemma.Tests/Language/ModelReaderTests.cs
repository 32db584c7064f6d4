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
    public void A_model_of_another_version_is_refused_with_both_versions()
    {
        InvalidDataException refused = Assert.Throws<InvalidDataException>(
            () => ModelReader.Open(new MemoryStream(Bytes()), Name, SyntaxNetwork.Kind, SyntaxNetwork.Version + 1));
        Assert.Contains(FormattableString.Invariant($"version {SyntaxNetwork.Version + 1}"), refused.Message, StringComparison.Ordinal);
    }

    private static byte[] Bytes()
    {
        using Stream stream = Resources.Open(Name);
        MemoryStream copy = new();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
