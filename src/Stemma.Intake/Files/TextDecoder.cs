using System.Text;

namespace Stemma.Intake.Files;

/// <summary>Bytes to text: UTF-8 strictly, else Windows-1252 where the bytes look like it, else a clear refusal.</summary>
internal static class TextDecoder
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The encoding that a byte order mark, or the zero bytes of ASCII letters, give away; null: one byte a character, or UTF-8.</summary>
    /// <param name="skip">Bytes of the mark.</param>
    public static Encoding? SniffWide(ReadOnlySpan<byte> head, out int skip)
    {
        skip = 0;
        if (head is [0xFF, 0xFE, 0, 0, ..])
            return Wide(new UTF32Encoding(false, false, true), 4, out skip);
        if (head is [0, 0, 0xFE, 0xFF, ..])
            return Wide(new UTF32Encoding(true, false, true), 4, out skip);
        if (head is [0xFF, 0xFE, ..])
            return Wide(new UnicodeEncoding(false, false, true), 2, out skip);
        if (head is [0xFE, 0xFF, ..])
            return Wide(new UnicodeEncoding(true, false, true), 2, out skip);

        int even = 0, odd = 0;
        for (int i = 0; i + 1 < head.Length; i += 2)
        {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }

        // Latin text in UTF-16 has a zero in nearly every pair, always on the same side.
        int pairs = head.Length / 2;
        if (pairs >= 4 && odd * 10 > pairs * 6 && even * 20 < pairs)
            return new UnicodeEncoding(false, false, true);
        if (pairs >= 4 && even * 10 > pairs * 6 && odd * 20 < pairs)
            return new UnicodeEncoding(true, false, true);
        return null;
    }

    /// <exception cref="InputRejectedException">The bytes are neither UTF-8 nor plausible Windows-1252.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, Encoding? declared = null)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..])
            bytes = bytes[3..];
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            if (declared is not null and not UTF8Encoding)
                return declared.GetString(bytes);
            if (LooksLikeWindows1252(bytes))
                return Windows1252.GetString(bytes);
            throw new InputRejectedException("neither valid UTF-8 nor plausible Windows-1252 text");
        }
    }

    /// <summary>Few high bytes, none of the five that the code page leaves free, and no sign of UTF-8 that was only damaged.</summary>
    private static bool LooksLikeWindows1252(ReadOnlySpan<byte> bytes)
    {
        int high = 0, unused = 0, utf8Pairs = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            byte b = bytes[i];
            if (b < 0x80)
                continue;
            high++;
            if (b is 0x81 or 0x8D or 0x8F or 0x90 or 0x9D)
                unused++;
            if (b is >= 0xC2 and <= 0xF4 && i + 1 < bytes.Length && bytes[i + 1] is >= 0x80 and <= 0xBF)
                utf8Pairs++;
        }

        // Western text has under one accented letter or curly quote in four; Cyrillic or Greek code pages have most of them high.
        return unused == 0 && high * 4 <= bytes.Length && utf8Pairs * 4 <= high;
    }

    private static Encoding Wide(Encoding encoding, int mark, out int skip)
    {
        skip = mark;
        return encoding;
    }
}
