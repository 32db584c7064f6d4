namespace Stemma.Language.Quotations;

/// <summary>Which characters quote.</summary>
internal static class QuotationMarks
{
    public static bool IsSingle(char c) => c is '\'' or '‘' or '’' or '‚';

    public static bool IsDouble(char c) => c is '"' or '“' or '”' or '„' or '«' or '»' or '‟';

    public static bool IsMark(char c) => IsSingle(c) || IsDouble(c);

    public static bool CanOpen(char c) => c is '"' or '“' or '„' or '«' or '‟' or '\'' or '‘';

    public static bool CanClose(char c, char opener) => opener switch
    {
        '«' => c == '»',
        '"' => c is '"' or '”',
        _ => c is '”' or '"' or '‟' || (opener == '„' && c == '“'),
    };

    public static bool SameFamily(char a, char b) => IsSingle(a) == IsSingle(b);
}
