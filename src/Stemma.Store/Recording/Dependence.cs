using System.Collections.Immutable;
using Stemma.Lineages;

namespace Stemma.Store;

/// <summary>On whom an outlet's reports rest, and who rests on them.</summary>
/// <param name="Reports">In the store.</param>
/// <param name="Resting">How many of them rest on another report or agency item in any way.</param>
/// <param name="Kinds">Reports by how they rest; a report may rest in several ways.</param>
/// <param name="On">The outlets and agencies that most of its reports rest on, most first.</param>
/// <param name="By">The outlets whose reports rest on its reports, most first.</param>
public sealed record Dependence(
    string Name, int Reports, int Resting, ImmutableArray<(DerivationKind Kind, int Reports)> Kinds, ImmutableArray<(string Name, int Reports)> On, ImmutableArray<(string Name, int Reports)> By);
