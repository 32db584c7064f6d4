namespace Stemma.Quantities.Numerals;

/// <summary>A number as read from words or digits.</summary>
/// <param name="End">One past its last word.</param>
/// <param name="Low">The value, or the least it can mean.</param>
/// <param name="High">The value, or the most it can mean; null where open ("tens of millions").</param>
/// <param name="Vague">"dozens", "several": no number is named.</param>
/// <param name="Digits">Written in digits and nothing else.</param>
/// <param name="Part">A fraction of something: "half", "two-thirds".</param>
internal readonly record struct Numeral(int End, double Low, double? High, bool Vague, bool Digits, bool Part);
