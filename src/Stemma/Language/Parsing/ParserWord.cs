namespace Stemma.Language.Parsing;

/// <summary>What the parser sees of one word: hashes, so that no vocabulary has to be kept.</summary>
/// <param name="Form">Of the lower-cased form.</param>
/// <param name="Suffix">Of its last three letters.</param>
/// <param name="Xpos">Of the Penn tag.</param>
/// <param name="Upos">The universal tag's number.</param>
internal readonly record struct ParserWord(ulong Form, ulong Suffix, ulong Xpos, ulong Upos)
{
    /// <summary>Stands for what lies beyond either end of the sentence.</summary>
    public static ParserWord None { get; } = new(1, 1, 1, 31);

    /// <summary>The artificial root after the last word.</summary>
    public static ParserWord Root { get; } = new(2, 2, 2, 30);

    public static ParserWord Of(ReadOnlySpan<char> form, string xpos, Upos upos)
    {
        Span<char> lower = stackalloc char[32];
        int length = Math.Min(form.Length, lower.Length);
        form[..length].ToLowerInvariant(lower);
        ReadOnlySpan<char> word = lower[..length];
        return new ParserWord(Text.StableHash.Of(word), Text.StableHash.Of(word[^Math.Min(3, length)..]), Text.StableHash.Of(xpos), (ulong)upos);
    }
}
