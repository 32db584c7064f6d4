using Stemma.Text;

namespace Stemma.Language.Names;

/// <summary>A name while it is being worked on.</summary>
internal sealed class NameMention(int first, int end, EntityKind kind)
{
    /// <summary>Index of its first token in the report's list.</summary>
    public int First { get; set; } = first;

    /// <summary>One past the index of its last.</summary>
    public int End { get; set; } = end;

    public EntityKind Kind { get; set; } = kind;

    /// <summary>The words before or around it settle the kind ("spokeswoman X", "X Ministry"); a vote of its namesakes cannot change it.</summary>
    public bool Certain { get; set; }

    /// <summary>The model's own probability of these words as a name of this kind, 0 where a rule found it.</summary>
    public float Probability { get; init; }

    /// <summary>Whether the model has no doubt. On CoNLL++ dev such names are right 97 times of 100, oftener than any rule here.</summary>
    public bool IsSure => Probability >= Sure;

    private const float Sure = 0.9f;

    public string? Role { get; set; }

    public bool? Female { get; set; }

    /// <summary>The mention whose name it bears; itself where it is the fullest one.</summary>
    public NameMention? Of { get; set; }

    /// <summary>How often the report has the name in these words; counted at its first mention.</summary>
    public int Times { get; set; } = 1;

    public int Length => End - First;

    public TextSpan Span(ReadOnlySpan<Token> tokens) => new(tokens[First].Span.Start, tokens[End - 1].Span.End);

    public string Words(string text, ReadOnlySpan<Token> tokens) => Span(tokens).In(text).ToString();
}
