namespace Stemma.Store;

/// <summary>Trouble with the store itself: the message names it and says in one line what is wrong and what helps.</summary>
/// <param name="isTemporary">Whether the same call may work a moment later: the server is starting, another program is writing.</param>
public sealed class StoreException(string message, bool isTemporary = false, Exception? inner = null) : Exception(message, inner)
{
    public bool IsTemporary { get; } = isTemporary;
}
