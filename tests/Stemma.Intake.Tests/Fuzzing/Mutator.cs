using System.Text;

namespace Stemma.Intake.Tests.Fuzzing;

/// <summary>Damages valid input at random: the same damage for the same seed.</summary>
internal static class Mutator
{
    /// <summary>What parsers stumble over, put in anywhere.</summary>
    private static readonly byte[][] Morsels =
    [
        .. new[]
        {
            "<", ">", "</", "/>", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE x [", "<?xml", "?>", "&", "&amp;", "&#0;", "&#xD800;", "&#x110000;", "&lt;", "\"", "'", "\\", "\\u", "\\ud800", "{", "}", "[", "]", ":", ",", ";", "\t",
            "\0", "\n", "\r\n", "\r\n\r\n", "\uFEFF", "\uFFFF", "WARC/1.0\r\n", "HTTP/1.1 200 OK\r\n", "Content-Length: 99999999999999999999\r\n", "Content-Length: -1\r\n", "Content-Encoding: gzip, br\r\n", "Transfer-Encoding: chunked\r\n",
            "-1", "0", "1e999", "99999999999999999999", "null", "true", "9999-99-99T99:99:99Z", "0000-00-00", "Mon, 32 Foo 99999 25:61:61 +9999", "text", "html", "xmlns:a=\"b\"", "a:", "%s%n", "../", "http://", "file:///", "urn:",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF, 0xFE], [0x1F, 0x8B, 8, 0], [0xC3], [0xED, 0xA0, 0x80],
    ];

    public static byte[] Damage(byte[] valid, Random random)
    {
        List<byte> bytes = [.. valid];
        for (int damages = random.Next(1, 8); damages > 0 && bytes.Count > 0; damages--)
        {
            int at = random.Next(bytes.Count), length = Math.Min(random.Next(1, random.Next(4) == 0 ? 400 : 12), bytes.Count - at);
            switch (random.Next(7))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.RemoveRange(at, length);
                    break;
                case 3:
                    bytes.InsertRange(at, Morsels[random.Next(Morsels.Length)]);
                    break;
                case 4: // again, somewhere else
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                case 5:
                    if (random.Next(3) == 0)
                        bytes.RemoveRange(at, bytes.Count - at); // cut short
                    break;
                default: // two stretches change places
                    int other = random.Next(bytes.Count);
                    length = Math.Min(length, bytes.Count - other);
                    for (int i = 0; i < length; i++)
                        (bytes[at + i], bytes[other + i]) = (bytes[other + i], bytes[at + i]);
                    break;
            }
        }

        return [.. bytes];
    }
}
