using System.Text;

namespace Stemma.Briefs.Rendering;

/// <summary>Lines of plain text of a given width, with or without ANSI colours.</summary>
/// <remarks>Everything written is made safe first: no control character of a report reaches a terminal. A wide (East Asian) character is
/// counted as one column, so such lines may run over.</remarks>
internal sealed class TextPage(int width, bool color)
{
    private const int LeastWidth = 24;

    private readonly StringBuilder text = new();
    private readonly int width = Math.Max(LeastWidth, width);

    public enum Ink
    {
        Plain,
        Bold,
        Dim,
        Good,
        Warning,
        Bad,
    }

    public int Width => width;

    public void Blank()
    {
        if (text.Length > 0 && !(text.Length > 1 && text[^1] == '\n' && text[^2] == '\n'))
            text.Append('\n');
    }

    public void Heading(string words)
    {
        Blank();
        Paragraph(words.ToUpperInvariant(), ink: Ink.Bold);
    }

    public void Rule(char mark) => text.Append(mark, width).Append('\n');

    /// <summary>Wraps by words; the first line begins with <paramref name="first"/>, the others with as many spaces.</summary>
    public void Paragraph(string words, string first = "", Ink ink = Ink.Plain) => Paragraph(words, first, new string(' ', first.Length), ink);

    public void Paragraph(string words, string first, string rest, Ink ink = Ink.Plain)
    {
        string line = first;
        int column = first.Length;
        bool empty = true;
        foreach (string word in PlainText.OneLine(words).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!empty && column + 1 + word.Length > width)
            {
                Line(line, ink);
                (line, column, empty) = (rest, rest.Length, true);
            }

            // A word longer than a line (a URL) stands as it is: broken it could not be used.
            line += empty ? word : " " + word;
            column += word.Length + (empty ? 0 : 1);
            empty = false;
        }

        Line(line, ink);
    }

    public override string ToString() => text.ToString();

    private void Line(string line, Ink ink)
    {
        if (!color || ink == Ink.Plain || line.Trim().Length == 0)
        {
            text.Append(line.TrimEnd()).Append('\n');
            return;
        }

        int indent = line.Length - line.TrimStart().Length;
        text.Append(line, 0, indent).Append(Code(ink)).Append(line.AsSpan(indent).TrimEnd()).Append("\u001b[0m\n");
    }

    private static string Code(Ink ink) => ink switch
    {
        Ink.Bold => "\u001b[1m",
        Ink.Dim => "\u001b[2m",
        Ink.Good => "\u001b[32m",
        Ink.Warning => "\u001b[33m",
        _ => "\u001b[31m",
    };
}
