using Stemma.Language.Tagging;

namespace Stemma.Language.Networks;

/// <summary>What the encoder made of a report's tokens, for networks of later stages; dropped once they have run.</summary>
/// <param name="Forms">Of each token.</param>
/// <param name="States">The upper state of the syntax network, rows of <paramref name="Size"/>, one a token.</param>
/// <param name="Vectors">To look the forms up in.</param>
internal sealed record EncodedText(WordForm[] Forms, float[] States, int Size, WordVectors Vectors);
