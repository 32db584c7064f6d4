using System.Globalization;
using System.Text;

namespace Stemma.Intake.Web;

/// <summary>The rules of one robots.txt for one reader (RFC 9309).</summary>
/// <remarks>The longest rule that fits decides; of equally long ones the one that allows. <c>*</c> stands for any characters, <c>$</c> for the end.</remarks>
internal sealed class RobotsFile
{
    /// <summary>Most bytes that are read of a file; the standard asks for at least 500 KiB.</summary>
    public const int MaxBytes = 512 * 1024;

    /// <summary>Most rules that are kept: a file of more is an attack on the reader's time.</summary>
    private const int MaxRules = 10_000;

    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(60);

    private readonly List<(string Pattern, bool Allows)> rules = [];

    private RobotsFile(bool closed)
    {
        if (closed)
            rules.Add(("/", false));
    }

    /// <summary>Where there is no file, or the server will not show it (4xx): all is allowed.</summary>
    public static RobotsFile Open { get; } = new(closed: false);

    /// <summary>Where the server fails or cannot be reached: nothing is allowed.</summary>
    public static RobotsFile Closed { get; } = new(closed: true);

    /// <summary>The pause between requests that the file asks for (<c>Crawl-delay</c>, no part of the standard), at most a minute; null: none.</summary>
    public TimeSpan? Delay { get; private set; }

    /// <param name="product">The reader's name, letters only: "stemma".</param>
    public static RobotsFile Parse(ReadOnlySpan<byte> bytes, string product)
    {
        string text = Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, MaxBytes)]).TrimStart('\uFEFF');
        RobotsFile own = new(closed: false), any = new(closed: false);
        bool forOwn = false, forAny = false, found = false, inRules = true;
        foreach (ReadOnlySpan<char> raw in text.AsSpan().EnumerateLines())
        {
            int comment = raw.IndexOf('#');
            ReadOnlySpan<char> line = (comment < 0 ? raw : raw[..comment]).Trim();
            int colon = line.IndexOf(':');
            if (colon <= 0)
                continue;
            ReadOnlySpan<char> key = line[..colon].Trim();
            string value = line[(colon + 1)..].Trim().ToString();
            if (key.Equals("user-agent", StringComparison.OrdinalIgnoreCase) || key.Equals("useragent", StringComparison.OrdinalIgnoreCase) || key.Equals("user agent", StringComparison.OrdinalIgnoreCase))
            {
                // Names on lines in a row share the rules behind them.
                if (inRules)
                    (forOwn, forAny, inRules) = (false, false, false);
                forAny |= value == "*";
                forOwn |= string.Equals(Token(value), product, StringComparison.OrdinalIgnoreCase);
                found |= forOwn;
                continue;
            }

            inRules = true;
            foreach (RobotsFile file in (ReadOnlySpan<RobotsFile>)[own, any])
            {
                if (file == own ? forOwn : forAny)
                    file.Add(key, value);
            }
        }

        return found ? own : any;
    }

    /// <param name="path">Path and query, percent-encoded.</param>
    public bool Allows(string path)
    {
        if (path == "/robots.txt")
            return true;
        path = Normal(path);
        int longest = -1;
        bool allowed = true;
        foreach ((string pattern, bool allows) in rules)
        {
            if ((pattern.Length > longest || (pattern.Length == longest && allows)) && Fits(pattern, path))
                (longest, allowed) = (pattern.Length, allows);
        }

        return allowed;
    }

    private void Add(ReadOnlySpan<char> key, string value)
    {
        bool allows = key.Equals("allow", StringComparison.OrdinalIgnoreCase);
        if (allows || key.Equals("disallow", StringComparison.OrdinalIgnoreCase))
        {
            if (value.Length > 0 && rules.Count < MaxRules)
                rules.Add((Normal(value[0] is '/' or '*' ? value : "/" + value), allows));
        }
        else if (key.Equals("crawl-delay", StringComparison.OrdinalIgnoreCase) && double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds) && seconds > 0)
            Delay = seconds < MaxDelay.TotalSeconds ? TimeSpan.FromSeconds(seconds) : MaxDelay;
    }

    private static string Token(string agent)
    {
        int end = 0;
        while (end < agent.Length && (char.IsAsciiLetter(agent[end]) || agent[end] is '-' or '_'))
            end++;
        return agent[..end];
    }

    /// <summary>Letters and digits plain, all else percent-encoded with capital digits, so that equal addresses are equal texts.</summary>
    private static string Normal(string path)
    {
        StringBuilder normal = new(path.Length);
        for (int i = 0; i < path.Length; i++)
        {
            if (path[i] == '%' && i + 2 < path.Length && char.IsAsciiHexDigit(path[i + 1]) && char.IsAsciiHexDigit(path[i + 2]))
            {
                char decoded = (char)Convert.ToByte(path.Substring(i + 1, 2), 16);
                if (char.IsAsciiLetterOrDigit(decoded) || decoded is '-' or '.' or '_' or '~')
                    normal.Append(decoded);
                else
                    normal.Append(path, i, 1).Append(char.ToUpperInvariant(path[i + 1])).Append(char.ToUpperInvariant(path[i + 2]));
                i += 2;
            }
            else if (char.IsAscii(path[i]))
                normal.Append(path[i]);
            else
            {
                int length = i + 1 < path.Length && char.IsSurrogatePair(path[i], path[i + 1]) ? 2 : 1;
                foreach (byte b in Encoding.UTF8.GetBytes(path.Substring(i, length)))
                    normal.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
                i += length - 1;
            }
        }

        return normal.ToString();
    }

    /// <summary>Whether the path begins as the pattern says. Only the last star is ever gone back to, so that the time is bounded by the product of the lengths.</summary>
    private static bool Fits(string pattern, string path)
    {
        bool whole = pattern.EndsWith('$');
        ReadOnlySpan<char> wanted = whole ? pattern.AsSpan(0, pattern.Length - 1) : pattern;
        int p = 0, s = 0, star = -1, from = 0;
        while (true)
        {
            if (p == wanted.Length && (!whole || s == path.Length))
                return true;
            if (p < wanted.Length && wanted[p] == '*')
            {
                (star, from) = (p++, s);
                continue;
            }

            if (p < wanted.Length && s < path.Length && wanted[p] == path[s])
            {
                (p, s) = (p + 1, s + 1);
                continue;
            }

            if (star < 0 || from >= path.Length)
                return false;
            (p, s) = (star + 1, ++from);
        }
    }
}
