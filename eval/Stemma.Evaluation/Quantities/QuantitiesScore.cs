using System.Collections.Immutable;
using System.Globalization;

namespace Stemma.Evaluation.Quantities;

/// <summary>How many cases were answered in full, by model.</summary>
public sealed record QuantitiesScore(ImmutableArray<QuantitiesScore.Row> Models)
{
    /// <param name="Cases">Cases asked.</param>
    /// <param name="LeftOut">Cases whose convention the engine does not share.</param>
    /// <param name="Right">Cases in which every amount was found with its exact span and value, and nothing else.</param>
    /// <param name="Gold">Amounts asked.</param>
    /// <param name="Found">Amounts found.</param>
    /// <param name="Exact">Amounts found with exact span and value.</param>
    public sealed record Row(string Model, int Cases, int LeftOut, int Right, int Gold, int Found, int Exact)
    {
        /// <summary>Share of cases answered in full, in percent; 0 where none was asked.</summary>
        public double Share => Cases == 0 ? 0 : 100d * Right / Cases;

        /// <summary>F1 of the amounts, in percent.</summary>
        public double F1 => Gold + Found == 0 ? 0 : 200d * Exact / (Gold + Found);
    }

    /// <summary>All models together.</summary>
    public Row All => new("all", Models.Sum(m => m.Cases), Models.Sum(m => m.LeftOut), Models.Sum(m => m.Right), Models.Sum(m => m.Gold), Models.Sum(m => m.Found), Models.Sum(m => m.Exact));

    public void WriteTo(TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Write("model      cases  left out  right      %   amounts: gold  found  exact     F1\n");
        foreach (Row row in Models.Append(All))
            output.Write(string.Create(CultureInfo.InvariantCulture, $"{row.Model,-9}  {row.Cases,5}  {row.LeftOut,8}  {row.Right,5}  {row.Share,5:0.0}   {row.Gold,13}  {row.Found,5}  {row.Exact,5}  {row.F1,5:0.0}\n"));
    }
}
