namespace Stemma.Attributions;

/// <summary>A stretch that is read for cues at once.</summary>
/// <param name="LastParagraph">Differs from <paramref name="Paragraph"/> where a quotation runs over paragraphs.</param>
internal readonly record struct Unit(TokenRange Tokens, int Paragraph, int LastParagraph);
