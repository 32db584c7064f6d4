using Stemma.Text;

namespace Stemma.Language.Quotations;

/// <summary>Words between an opening and a closing quotation mark, before anybody asks whose they are.</summary>
/// <param name="Inner">The words, without their outer marks.</param>
/// <param name="Outer">With their marks; the closing mark may be missing.</param>
internal readonly record struct Quotation(TextSpan Inner, TextSpan Outer);
