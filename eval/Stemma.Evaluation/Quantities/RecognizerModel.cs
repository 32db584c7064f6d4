namespace Stemma.Evaluation.Quantities;

/// <summary>The recognizers' models whose cases are read, each a file of its own.</summary>
public enum RecognizerModel
{
    Number,
    Currency,
    Dimension,
    Age,
    Percent,
}
